/// What to do, step by step, and what the words mean.
struct NotesSection {
  let page: ReportPage

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    html.element("section", ["id": "notes", "aria-labelledby": "notes-title"]) { html in
      html.element("h2", ["id": "notes-title"], wording.notes)
      html.element("div", ["class": "guides"]) { html in
        for guide in wording.guides {
          html.element("div", ["class": "card"]) { html in
            html.element("h3", guide.title)
            html.element("ol") { html in
              for step in guide.steps { html.element("li") { $0.prose(step) } }
            }
          }
        }
      }
      html.element("div", ["class": "card"]) { html in
        html.element("h3", wording.glossaryTitle)
        html.element("dl", ["class": "glossary"]) { html in
          for term in wording.glossary {
            html.element("div") { html in
              html.element("dt", term.term)
              html.element("dd", term.explanation)
            }
          }
        }
      }
    }
  }
}
