/// What is wrong with a command line, in Traditional Chinese.
struct TraditionalChineseUsageWording: UsageWording {
  func message(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknown(let kind, let word, _, _): "沒有「\(word)」這個\(name(kind))"
    case .givenTwice(let option): "選項 \(option) 重複"
    case .takesNoValue(let option): "選項 \(option) 不帶值"
    case .needsValue(let option, let value): "選項 \(option) 缺少值：\(option) \(value)"
    case .unexpectedArgument(let word, _): "多餘的引數「\(word)」"
    case .missingArgument(let name, let command): "\(command) 缺少 \(name)"
    case .missingOption(let option, let command): "\(command) 缺少 \(option.synopsis)"
    case .onlyOne(let options): "\(options.joined(separator: "、")) 只能擇一"
    case .invalidValue(let word, let option, _): "「\(word)」不是 \(option) 可接受的值"
    case .noPeriod: "未指定期間"
    case .notGiven(.input): "未指定輸入資料夾"
    case .notGiven(.output): "未指定輸出資料夾"
    case .notGiven(.database): "未指定資料庫"
    case .notGiven(let option): "未指定 \(option.name)"
    case .noDefinition(let kpis, let day, _):
      "\(kpis.joined(separator: "、")) 於 \(day) 沒有生效的定義"
    case .noKPI(let word): "沒有「\(word)」這項指標"
    case .noRevision(let word): "沒有名為「\(word)」的已發布版次"
    case .invalidRevision(let word): "「\(word)」不是版次"
    case .emptyExplanation: "說明沒有內容"
    case .pseudonymsNeeded(let run): "run-\(run) 的佐證清冊以代碼取代識別碼"
    case .openDataPeriod(let option): "公開資料以 --academic-year 指定學年度，不使用 \(option)"
    case .invalidAcademicYear(let word): "「\(word)」不是學年度"
    case .invalidSchool(let word): "「\(word)」不是學校代碼"
    case .noSchool(let code): "各表均無代碼為 \(code) 的學校"
    }
  }

  func help(_ problem: UsageProblem) -> String? {
    switch problem {
    case .unknown(.format, _, _, _): "請使用 table 或 json"
    case .unknown(.language, _, _, _): "請使用 zh 或 en"
    case .unknown(_, _, let nearest, let command):
      (nearest.map { "是否為「\($0)」？" } ?? "") + see(command)
    case .unexpectedArgument(_, let command), .missingArgument(_, let command): see(command)
    case .givenTwice, .takesNoValue, .needsValue, .onlyOne, .openDataPeriod, .emptyExplanation: nil
    case .missingOption(let option, _):
      option == .before ? "例如 --before 2024-08-01" : "請使用 \(option.synopsis)"
    case .invalidValue(_, _, let example): "例如 \(example)"
    case .noPeriod: "請使用 --period 2025-08-01..2025-12-31 或 --academic-year"
    case .notGiven(let option): "請使用 \(option.synopsis)"
    case .noDefinition(_, _, let earliest):
      "期間請自 \(earliest) 或之後開始，或於 pipelines/kpis/ 加入定義"
    case .noKPI: "指標為 1 至 14，例如 4 或 kpi-04"
    case .noRevision: "請執行 campus-kpi runs 查看；其他期間的版次寫成 2025-08-01..2025-12-31/2"
    case .invalidRevision: "例如 2、2025-08-01..2025-12-31/2、run-17 或 latest"
    case .pseudonymsNeeded: "請以 --pseudonymise KEYFILE 指定相同的金鑰"
    case .invalidAcademicYear: "例如 106"
    case .invalidSchool: "例如 1019"
    case .noSchool: "不加 --school 執行即可列出所有代碼"
    }
  }

  private func see(_ command: String?) -> String {
    let words: [String?] = ["campus-kpi", command, "--help"]
    return "請執行 \(words.compactMap { $0 }.joined(separator: " ")) 查看說明"
  }

  private func name(_ kind: UsageProblem.Kind) -> String {
    switch kind {
    case .command: "命令"
    case .option: "選項"
    case .shell: "shell"
    case .format: "格式"
    case .language: "語言"
    }
  }
}
