package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void rendersWhatPeopleWrite() {
        assertThat(Markdown.html("# Title\n\n**bold** and `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
                .contains("<h1>Title</h1>", "<strong>bold</strong>", "<code>code</code>", "<td>1</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<img src=x onerror=alert(1)>",
                "![x](data:text/html,alert)",
                "<iframe src=\"https://example.org\"></iframe>",
                "<p style=\"position:fixed\">x</p>",
                "<form action=\"/accounts\"><button>x</button></form>"
            })
    void letsNothingThroughThatCouldHarm(String markdown) {
        assertThat(Markdown.html(markdown).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("<script", "javascript:", "onerror=", "<iframe", "style=", "<form", "<button", "data:")
                .doesNotContain("<img");
    }

    @Test
    void leadsRelativeLinksToTheRepositorysFiles() {
        String folder = "/repositories/acme/x/files/docs";

        assertThat(Markdown.html("[a](./b.md) [c](https://example.org/) [d](#e) [f](/g)", folder))
                .contains("href=\"/repositories/acme/x/files/docs/b.md\"")
                .contains("href=\"https://example.org/\"")
                .contains("href=\"#e\"")
                .contains("href=\"/g\"");
    }

    @Test
    void makesPicturesLinks() {
        assertThat(Markdown.html("![the plan](https://example.org/plan.png)"))
                .contains("href=\"https://example.org/plan.png\"")
                .contains("the plan")
                .doesNotContain("<img");
    }
}
