import Campus
import Definitions

extension Table {
  /// Notes which columns the files lack. A column that one of the files lacks is lacking for the
  /// source; a file without rows lacks none (sources.md, section 1).
  mutating func noteColumns(of contract: SourceContract) {
    for file in files where file.rows > 0 {
      let found = Set(file.columns)
      for column in contract.columns {
        if !found.contains(column.name) {
          absentColumns.insert(column.name)
          // Lacking for the source: what the other files say of it is not half used.
          columns[column.name] = nil
        }
        if let header = file.headers[column.name],
          let needed = column.headersNeeding[WordFolding.key(header)], !found.contains(needed)
        {
          insufficientColumns[column.name] = (header, needed)
        }
      }
    }
  }
}
