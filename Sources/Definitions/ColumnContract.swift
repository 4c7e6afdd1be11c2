import Campus

/// One column of a source: its headers, its type, and what a missing one means.
package struct ColumnContract: Sendable {
  package enum ValueType: Sendable {
    /// Free text, kept as it is but for white space at its ends.
    case text
    /// NFKC, upper case, leading zeros kept.
    case identifier
    /// An identifier in lower case without `https://doi.org/` and its like.
    case doi
    /// An identifier without white space, hyphens and dashes.
    case isbn
    case code(CodeList)
    /// Several words of a list. An open list accepts words it does not know (institutions);
    /// index databases may also be separated by `/`.
    case codes(CodeList, open: Bool, slashSeparates: Bool)
    case date
    case integer
    /// As integer, but a missing value is 0 and `…` rejects the row (`not-available`).
    case headcount
    case decimal
    case year
    case month
    case semester
    case academicYear
    case yesNo
  }

  /// What happens to the KPIs of which a rule reads the column when the exports lack it.
  package enum WhenAbsent: Sendable {
    case unavailable
    /// The missing value has a meaning: computed, with the warning `column-absent`.
    case warn
  }

  /// A code that another column of the row corrects: `master` and `in_service` are
  /// `master_in_service`.
  package struct Derivation: Sendable {
    /// The index of the other column in the contract.
    package let from: Int
    /// (own list index, other's list index) to the own list index it becomes.
    package let table: [[Int]: Int]

    package init(from: Int, table: [[Int]: Int]) {
      self.from = from
      self.table = table
    }
  }

  package let name: String
  package let type: ValueType
  package let required: Bool
  /// Accepted headers as they are written in the definition.
  package let headers: [String]
  /// Folded header (`WordFolding.key`) to the name of a column without which a column found under
  /// it says too little (等級別 needs `day_night`).
  package let headersNeeding: [String: String]
  package let whenAbsent: WhenAbsent
  /// The value that a missing one means, as a code of the list.
  package let missingMeans: Int?
  package let derivation: Derivation?
  /// Personal values never stand in a message.
  package let personal: Bool

  package init(
    name: String, type: ValueType, required: Bool, headers: [String],
    headersNeeding: [String: String], whenAbsent: WhenAbsent, missingMeans: Int?,
    derivation: Derivation?, personal: Bool
  ) {
    self.name = name
    self.type = type
    self.required = required
    self.headers = headers
    self.headersNeeding = headersNeeding
    self.whenAbsent = whenAbsent
    self.missingMeans = missingMeans
    self.derivation = derivation
    self.personal = personal
  }
}
