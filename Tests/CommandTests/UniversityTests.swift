import Testing

/// The exports that the other suites change are themselves free of findings.
@Suite struct UniversityTests {
  @Test func everyKPIHasAValueAndNothingIsFound() throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    let run = try folder.run()
    #expect(run.status == 0)
    #expect(run.error == "")
    let values = try folder.publication().kpis.values
    #expect(values == [1, 1, 1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 1])
  }
}
