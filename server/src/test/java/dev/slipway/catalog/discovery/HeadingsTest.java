package dev.slipway.catalog.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingsTest {

    @Test
    void findsMarkedAndUnderlinedHeadings() {
        assertThat(Headings.of("# One\n\ntext\n### Two ###\nThree\n=====\n   Four\n---\n #Not one\n\n---\ntext\n"))
                .containsExactly("One", "Two", "Three", "Four");
    }

    @Test
    void leavesOutCodeAndFrontMatter() {
        assertThat(
                        Headings.of(
                                "---\ntitle: x\n# comment\n---\n# Real\n```sh\n# code\n~~~\n# code\n```\n~~~~\n# code\n~~~\n~~~~\n    # code\n# End\n"))
                .containsExactly("Real", "End");
    }

    @Test
    void bearsWhatIsNoMarkdown() {
        assertThat(Headings.of("")).isEmpty();
        assertThat(Headings.of("---\n# never closed")).containsExactly("never closed");
        assertThat(Headings.of("#\n# \n===\n" + "#".repeat(100_000) + " x\n# " + "y".repeat(100_000)))
                .isEmpty();
    }
}
