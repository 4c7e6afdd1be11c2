import Campus
import Glibc

/// The page as PDF, printed by Chromium or LibreOffice when one is installed.
package struct PagePDF {
  private static let chromium = [
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
  ]
  private static let office = ["soffice", "libreoffice"]

  /// Folders to look for programs in, first to last.
  let path: [String]
  /// How long the printing program may take.
  let seconds: Int
  /// Where the folder of one printing lies.
  let temporary: String

  /// The programs of the environment's `PATH`.
  package init(seconds: Int = 120) {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    self.init(
      path: path.split(separator: ":").map(String.init), seconds: seconds,
      temporary: PrivateFolder.usualParent)
  }

  init(path: [String], seconds: Int, temporary: String) {
    self.path = path
    self.seconds = seconds
    self.temporary = temporary
  }

  /// Whether a program that can print is installed.
  package var isAvailable: Bool {
    (PagePDF.chromium + PagePDF.office).contains { executable($0) != nil }
  }

  /// The bytes of the PDF. The page lies in a folder of its own meanwhile, which nobody else can read
  /// and which is gone afterwards. The same page printed by the same program gives the same bytes.
  ///
  /// - Throws: `Failure` when no program is installed, or when it fails or takes too long.
  package func print(_ html: String, period: ReportingPeriod) throws -> [UInt8] {
    let folder = try PrivateFolder(in: temporary)
    defer { folder.remove() }
    let page = folder.path + "/report.html"
    let pdf = folder.path + "/report.pdf"
    try folder.write(html, to: "report.html")
    let program: String
    if let chromium = PagePDF.chromium.lazy.compactMap(executable).first {
      program = chromium
      try run(chromium, PagePDF.chromiumArguments(folder, page: page, pdf: pdf), folder)
    } else if let office = PagePDF.office.lazy.compactMap(executable).first {
      program = office
      try run(office, PagePDF.officeArguments(folder, page: page), folder)
    } else {
      throw Failure(
        .readOrWriteFailed, "no program that prints PDF is installed (chromium, libreoffice)",
        help: "install one of them, such as with `apt-get install chromium fonts-noto-cjk`, or "
          + "print report.html from a browser")
    }
    guard let bytes = folder.read("report.pdf"), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw Failure(
        .readOrWriteFailed, "\(program) printed no PDF",
        help: "print report.html from a browser")
    }
    return StablePDF.bytes(bytes, day: period.to)
  }

  /// No request can leave: no host name resolves, and every background service is off. The sandbox
  /// does not start for root or in a container; the page is our own and its policy forbids scripts.
  private static func chromiumArguments(
    _ folder: PrivateFolder, page: String, pdf: String
  ) -> [String] {
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--disable-breakpad",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
      "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(pdf)",
      "file://\(page)",
    ]
  }

  private static func officeArguments(_ folder: PrivateFolder, page: String) -> [String] {
    [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--nologo", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder.path, page,
    ]
  }

  private func run(_ program: String, _ arguments: [String], _ folder: PrivateFolder) throws {
    let path = path.joined(separator: ":")
    let child = ChildProcess(
      program: program, arguments: arguments,
      environment: [
        "PATH=\(path)", "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "LANG=C.UTF-8", "TZ=UTC",
        "XDG_CONFIG_HOME=\(folder.path)", "XDG_CACHE_HOME=\(folder.path)",
        "XDG_RUNTIME_DIR=\(folder.path)", "SOURCE_DATE_EPOCH=0",
      ])
    switch child.run(seconds: seconds) {
    case .exited(0): return
    case .exited(let status):
      throw Failure(
        .readOrWriteFailed, "\(program) could not print the page (exit status \(status))",
        help: "print report.html from a browser")
    case .timedOut:
      throw Failure(
        .readOrWriteFailed, "\(program) did not print the page within \(seconds) seconds",
        help: "print report.html from a browser")
    case .notStarted(let code):
      throw Failure(
        .readOrWriteFailed, "\(program) could not be started: \(String(cString: strerror(code)))")
    }
  }

  /// The first executable file of that name on the path.
  private func executable(_ name: String) -> String? {
    path.lazy.filter { $0.hasPrefix("/") }.map { $0 + "/" + name }
      .first { access($0, X_OK) == 0 }
  }
}
