/// What the office calls the dimensions of a breakdown.
package enum DimensionName {
  package static func chinese(_ by: String) -> String {
    switch by {
    case "programme": "學制班別"
    case "nationality": "國籍"
    case "identity": "身分別"
    case "gender": "性別"
    case "college": "學院"
    case "rank": "職級"
    case "scheme": "延攬方案"
    case "category": "類別"
    case "country": "國家（地區）"
    case "kind": "類別"
    case "location": "境內外"
    case "institution_country": "服務機構國別"
    case "role": "身分"
    case "index": "收錄分類"
    case "journal": "刊物"
    case "publisher_country": "出版地國別"
    case "language": "使用語文"
    case "partner_country": "合作國別"
    case "figure": "數據"
    case "partner": "姊妹校"
    default: by
    }
  }
}
