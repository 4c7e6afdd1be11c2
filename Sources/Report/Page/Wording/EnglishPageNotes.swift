extension EnglishPageWording {
  package func finding(_ code: String) -> FindingNote? {
    switch code {
    case "unused-file":
      FindingNote("The file belongs to no source", "Check its name, or move it out of the folder")
    case "stale-source": FindingNote("The file is too old", "Deliver a newer export")
    case "reject-limit":
      FindingNote(
        "More rows were rejected than the limit allows", "Correct the rejected rows first")
    case "field-count":
      FindingNote("The row and the header differ in fields", "Quote values that hold a separator")
    case "bad-character":
      FindingNote("A character cannot be read", "Correct it in the database and export again")
    case "missing-value":
      FindingNote("A required column is empty", "Fill it in in the database and export again")
    case "missing-identity":
      FindingNote("An article or book has no number to tell it by", "Add the number")
    case _ where code.hasPrefix("unmapped-"):
      FindingNote("The word is not on the code list", "See the note: A word is not known")
    case "invalid-date":
      FindingNote("Not a date, or a day that does not exist", "Write 2025-08-01 or 114/08/01")
    case "invalid-yes-no": FindingNote("Neither yes nor no", "Write 是 or 否")
    case _ where code.hasPrefix("invalid-"): FindingNote("Not a valid number", "Write it in digits")
    case "not-available":
      FindingNote("Marked as not available", "Ask for the figure; it is never read as 0")
    case "end-before-start":
      FindingNote("The end is before the start", "Correct one of the two dates")
    case "conflicting-rows":
      FindingNote("Rows with one key differ; none of them counts", "Find out which is right")
    case "unknown-person":
      FindingNote("The person has no row of students or faculty", "Deliver the row, or correct it")
    case "duplicate-row": FindingNote("Identical rows count once", "Nothing to do")
    case "user-defined-character":
      FindingNote("Holds a user-defined character (造字)", "Nothing to do if it is part of a name")
    case "column-absent":
      FindingNote(
        "A column that may be empty is absent", "Add it to the export if its values exist")
    case "dual-degree-unproven":
      FindingNote(
        "Credits or months of a dual degree are missing; the student counts without proof",
        "Complete the data so that the count can be defended")
    default: nil
    }
  }

  package var guides: [Guide] {
    [
      Guide(
        title: "A word is not known",
        steps: [
          "Find out what it means; ask the office in charge rather than guess.",
          "It means the same as a code: add it to the code's `words` in `pipelines/codes/`.",
          "It is a typing error: have it corrected and exported again; do not add it to the list.",
          "It is a new category: add a code, and see which definitions should name it.",
          "Then run `campus-kpi lint` and count again.",
        ]),
      Guide(
        title: "A row was rejected",
        steps: [
          "A rejected row counts in no indicator; all other rows count as ever.",
          "File, line, column and reason of each stand in `evidence/findings.csv`.",
          "Have it corrected and exported again, or add a line to `corrections.csv` in the input "
            + "folder. Never edit an export.",
          "When too many rows of a source are rejected nothing is published and the last result "
            + "stands.",
        ]),
      Guide(
        title: "A correction arrives after publication",
        steps: [
          "Run the same period again with the corrected exports.",
          "When a number changes the next revision is published and the old one stays readable; "
            + "else nothing is.",
          "The section What changed and `restatement.csv` say which numbers changed and why.",
        ]),
      Guide(
        title: "The ministry changed a rule",
        steps: [
          "Never edit an old definition. Copy the one in force to a file named by the new rule's "
            + "first day.",
          "Paste the ministry's words first, then change rules and examples; put your own readings "
            + "into `open`.",
          "Run `campus-kpi lint`. Earlier periods are still counted by the old rule.",
        ]),
    ]
  }

  package var glossary: [Term] {
    [
      Term(
        term: "Period (計算期間)",
        explanation:
          "Two days, both included. An activity belongs to the period of its first day, a "
          + "publication to that of its month, a project to every period it overlaps."),
      Term(
        term: "Reference date (基準日)",
        explanation:
          "15 October and 15 March. Indicators of a semester table take the last 15 October "
          + "in the period for which there are rows, else the last 15 March."),
      Term(
        term: "Persons, events, articles, books, projects (人、人次、篇、本、件)",
        explanation:
          "A person counts once (人), an event each time (人次); articles, books and projects "
          + "count once each."),
      Term(
        term: "Full-time teacher (專任教師)",
        explanation: "Project teachers included; not yet left on the day asked about."),
      Term(
        term: "Non-ROC, ROC national (非本國籍、本國籍)",
        explanation:
          "Non-ROC: neither nationality is of the Republic of China. ROC national: one is."),
      Term(
        term: "Breakdown (細項)",
        explanation:
          "What was counted, by one aspect. Who belongs to several classes counts once in "
          + "each, so the sum may exceed the value."),
      Term(
        term: "Rejected, merged, left out, counted",
        explanation: "Every row that was read goes to exactly one of the four."),
      Term(
        term: "Revision (版)",
        explanation: "Each new published result of a period; earlier ones stay readable."),
      Term(term: "Achieved (達成率)", explanation: "The value divided by the target."),
    ]
  }
}
