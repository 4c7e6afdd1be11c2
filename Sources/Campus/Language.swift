/// The two languages of messages and tables.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case traditionalChinese = "zh"
}
