import Campus
import Report

/// `--help`, for the program and for each command.
enum HelpText {
  static func program(_ language: Language) -> String {
    let chinese = language == .traditionalChinese
    var lines = [
      chinese
        ? "campus-kpi：由校務資料匯出檔計算高教深耕國際重點領域十四項指標"
        : "campus-kpi: fourteen internationalisation KPIs from the exports of the campus databases",
      "", chinese ? "用法：campus-kpi <命令> [選項]" : "usage: campus-kpi COMMAND [OPTIONS]", "",
    ]
    lines += table(
      CommandTable.commands.map { ($0.name, chinese ? $0.chinese : $0.english) })
    lines += [
      "",
      chinese
        ? "各命令的說明：campus-kpi <命令> --help；版本：campus-kpi --version"
        : "'campus-kpi COMMAND --help' explains a command; 'campus-kpi --version' the version.",
      "", chinese ? "結束代碼：" : "exit codes:",
    ]
    lines += table(exitCodes.map { (String($0.0), chinese ? $0.2 : $0.1) })
    return lines.joined(separator: "\n") + "\n"
  }

  static func command(_ command: CommandTable.Command, _ language: Language) -> String {
    let chinese = language == .traditionalChinese
    let operands = command.operands.map { $0.required ? " \($0.name)" : " [\($0.name)]" }
    var lines = [
      (chinese ? "用法：" : "usage: ")
        + "campus-kpi \(command.name)\(operands.joined()) [OPTIONS]",
      "", chinese ? command.chinese : command.english, "",
    ]
    lines += table(
      (command.options + CommandTable.common).map { option in
        (
          option.name + (option.value.map { " " + $0 } ?? ""),
          chinese ? option.chinese : option.english
        )
      })
    return lines.joined(separator: "\n") + "\n"
  }

  private static let exitCodes: [(Int, String, String)] = [
    (0, "published, or nothing new", "已發布，或無異動"),
    (64, "wrong usage", "命令用法錯誤"),
    (
      65, "the data stopped publication (refused file, reject limit, stale correction)",
      "資料問題致未發布（檔案被拒、剔除率過高、更正已失效）"
    ),
    (66, "the input folder, or every source in it, is missing", "找不到輸入資料夾或其中任何來源"),
    (70, "a bug", "程式錯誤"),
    (73, "output cannot be created", "無法建立輸出"),
    (74, "read or write failed", "讀寫失敗"),
    (75, "another run holds the lock", "另一次執行進行中"),
    (78, "pipelines/ is invalid", "pipelines/ 定義有誤"),
  ]

  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    return rows.map { "  " + DisplayWidth.padded($0.0, to: width) + "  " + $0.1 }
  }
}
