// swift-tools-version: 6.0
import PackageDescription

// PostgreSQL is for who asks for it, by `make build POSTGRESQL=1`: nobody else carries libpq.
let withPostgreSQL = Context.environment["CAMPUS_KPI_POSTGRESQL"] == "1"
// The fuzzing harnesses are tests, which replay a corpus; `make fuzz` makes a program of them.
let withFuzzer = Context.environment["CAMPUS_KPI_FUZZ"] == "1"

// Stages never import each other: they meet at the types of Campus and Definitions.
let package = Package(
  name: "campus-kpi",
  products: [
    .executable(name: "campus-kpi", targets: ["campus-kpi"]),
    .executable(name: "campus-samples", targets: ["campus-samples"]),
  ],
  targets: [
    // C libraries of Debian, one door each.
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibyaml", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CXxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CIsal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CLibcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibxlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibzip", providers: [.apt(["libzip-dev"])]),

    .target(name: "Campus", dependencies: ["CUtf8proc", "CXxhash", "CIsal"]),
    .target(name: "Definitions", dependencies: ["Campus", "CLibyaml"]),
    .target(name: "Extract", dependencies: ["Campus", "Definitions", "CLibcsv", "CLibcrypto"]),
    .target(name: "Transform", dependencies: ["Campus", "Definitions"]),
    .target(name: "Count", dependencies: ["Campus", "Definitions"]),
    .target(name: "Store", dependencies: ["Campus", "CSQLite"]),
    .target(
      name: "Report",
      dependencies: ["Campus", "Definitions", "CLibcrypto", "CLibxlsxwriter", "CLibzip"]),
    .executableTarget(
      name: "campus-kpi",
      dependencies: ["Campus", "Definitions", "Extract", "Transform", "Count", "Store", "Report"]),
    .executableTarget(name: "campus-samples"),

    .target(name: "SeededRandomness", path: "Tests/SeededRandomness"),
    .testTarget(name: "CampusTests", dependencies: ["Campus", "SeededRandomness"]),
    .testTarget(
      name: "DefinitionsTests", dependencies: ["Campus", "Definitions", "SeededRandomness"]),
    .testTarget(
      name: "ExtractTests", dependencies: ["Campus", "Definitions", "Extract", "SeededRandomness"]),
    .testTarget(
      name: "TransformTests",
      dependencies: ["Campus", "Definitions", "Transform", "SeededRandomness"]),
    .testTarget(
      name: "CountTests", dependencies: ["Campus", "Definitions", "Count", "SeededRandomness"]),
    .testTarget(name: "StoreTests", dependencies: ["Campus", "Store", "SeededRandomness"]),
    .testTarget(
      name: "ReportTests", dependencies: ["Campus", "Definitions", "Report", "SeededRandomness"],
      exclude: ["Readers"]),
    .testTarget(
      name: "PageTests", dependencies: ["Campus", "Report", "SeededRandomness"],
      exclude: ["Programs"]),
    .testTarget(name: "CommandTests", exclude: ["Reference", "Cases"]),
  ],
  swiftLanguageModes: [.v6]
)

if withPostgreSQL {
  package.targets += [
    .systemLibrary(name: "CLibpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "StorePostgreSQL", dependencies: ["Campus", "Store", "CLibpq"]),
    .testTarget(
      name: "StorePostgreSQLTests", dependencies: ["Campus", "Store", "StorePostgreSQL"]),
  ]
  for target in package.targets where ["campus-kpi", "CommandTests"].contains(target.name) {
    // Not canImport, which would find the module that another build left behind.
    target.swiftSettings = [.define("POSTGRESQL")]
    if target.type == .executable { target.dependencies.append("StorePostgreSQL") }
  }
}

let fuzzed: [Target.Dependency] = ["Campus", "Definitions", "Extract", "Transform"]
if withFuzzer {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "campus-fuzz", dependencies: fuzzed + ["CLibFuzzer"], path: "Tests/Fuzzing",
      exclude: ["CLibFuzzer", "Corpus", "Replay", "fuzz"], sources: ["Harnesses", "Program"]),
  ]
} else {
  package.targets.append(
    .testTarget(
      name: "FuzzingTests", dependencies: fuzzed, path: "Tests/Fuzzing",
      exclude: ["CLibFuzzer", "Corpus", "Program", "fuzz"], sources: ["Harnesses", "Replay"]))
}
