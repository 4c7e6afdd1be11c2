/// One of the ministry's detail tables (reports.md, section 3): typed cells under the ministry's
/// headings, counted already. The writers show it and add nothing.
package struct DetailTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// Shown as it stands: codes, names and years, which nobody adds up.
      case text
      case number
    }

    package let heading: String
    package let kind: Kind
    package let cells: DetailCells

    package init(heading: String, kind: Kind, cells: DetailCells) {
      self.heading = heading
      self.kind = kind
      self.cells = cells
    }
  }

  package enum Cell: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    /// Plain decimal digits, such as an amount of money.
    case decimal(String)

    /// The cell as CSV and evidence show it.
    package var text: String {
      switch self {
      case .missing: ""
      case .text(let text), .decimal(let text): text
      case .integer(let value): String(value)
      }
    }
  }

  /// `kpi-04`: the name of its file.
  package let id: String
  package let number: Int
  package let title: String
  /// What a reader must know to add the lines up, such as why they give more than the KPI's value.
  package let notes: [String]
  /// All of as many lines.
  package let columns: [Column]
  /// What the lines add up to: persons or events over all lines, or the number of lines.
  package let sum: Int

  package init(
    id: String, number: Int, title: String, notes: [String], columns: [Column], sum: Int
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.notes = notes
    self.columns = columns
    self.sum = sum
  }

  package var lineCount: Int { columns.first?.cells.numbers.count ?? 0 }

  /// The line above the headings: the title, and in brackets the notes.
  package var heading: String {
    notes.isEmpty ? title : title + "（" + notes.joined(separator: "；") + "）"
  }
}
