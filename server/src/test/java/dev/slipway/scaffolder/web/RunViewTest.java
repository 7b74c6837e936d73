package dev.slipway.scaffolder.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunViewTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example.org",
                "/\\evil.example.org",
                "\\\\evil.example.org",
                "relative/page",
                ""
            })
    void linksOfOutputsLeadToPagesOnly(String url) {
        assertThat(RunView.safe(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a?b=c#d", "http://example.org", "/catalog/default/component/shop", "/"})
    void linksOfOutputsLeadToPages(String url) {
        assertThat(RunView.safe(url)).isEqualTo(url);
    }
}
