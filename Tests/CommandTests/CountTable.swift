import Foundation

/// kpi.json as the lines that the SQL reference prints: kpi, what, key1, key2, number.
enum CountTable {
  static func lines(ofJSON text: String) throws -> Set<String> {
    let json = try Document(text)
    var lines: Set<String> = []
    func add(_ cells: String...) { lines.insert(cells.joined(separator: "\t")) }
    for kpi in json.kpis {
      add(kpi.id, "status", kpi.status, "", "")
      guard let value = kpi.value, let rows = kpi.rows else { continue }
      add(kpi.id, "value", "", "", String(value))
      if let date = kpi.referenceDate { add(kpi.id, "reference_date", date, "", "") }
      for figure in kpi.figures { add(kpi.id, "figure", figure.key, "", String(figure.value)) }
      for observation in kpi.observations {
        add(kpi.id, "observation", observation.referenceDate, "", String(observation.value))
      }
      for entry in kpi.breakdown {
        let key = entry.key.replacingOccurrences(of: "\n", with: "\\n")
          .replacingOccurrences(of: "\t", with: "\\t")
        add(kpi.id, "breakdown", entry.by, key, String(entry.value))
      }
      add(kpi.id, "read", "", "", String(rows.read))
      add(kpi.id, "rejected", "", "", String(rows.rejected))
      add(kpi.id, "duplicates", "", "", String(rows.duplicates))
      add(kpi.id, "counted", "", "", String(rows.counted))
      for rule in kpi.excluded { add(kpi.id, "excluded", rule.rule, "", String(rule.rows)) }
    }
    return lines
  }

  struct Document: Decodable {
    init(_ text: String) throws {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      self = try decoder.decode(Document.self, from: Data(text.utf8))
    }

    let revision: Int
    let inputs: [Input]
    let kpis: [KPI]
  }

  struct Input: Decodable {
    let source: String
    let file: String
    let sha256: String
    let encoding: String
    let rows: Int
    let rejected: Int
    let duplicates: Int
  }

  struct KPI: Decodable {
    let id: String
    let definition: String
    let status: String
    let reason: String?
    let value: Int?
    let referenceDate: String?
    let figures: [Figure]
    let observations: [Observation]
    let breakdown: [Entry]
    let rows: Rows?
    let excluded: [Exclusion]
    let warnings: [String]
  }

  struct Figure: Decodable {
    let key: String
    let value: Int
  }

  struct Observation: Decodable {
    let referenceDate: String
    let value: Int
  }

  struct Entry: Decodable {
    let by: String
    let key: String
    let value: Int
  }

  struct Rows: Decodable {
    let read: Int
    let rejected: Int
    let duplicates: Int
    let excluded: Int
    let counted: Int
  }

  struct Exclusion: Decodable {
    let rule: String
    let rows: Int
  }
}
