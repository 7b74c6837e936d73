package dev.slipway.desiredstate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.Shell;
import dev.slipway.ui.Viewer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page shows as long as nothing is found out yet. */
class ValidationPageTest {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private record Person(boolean signedIn, String name, String displayName) implements Viewer {
        @Override
        public boolean may(String permission) {
            return true;
        }
    }

    private static String page(boolean reading) {
        Shell shell = new Shell(
                "Acme", new Person(true, "rosa", "Rosa"), "/platform/validation", List.of(), List.of(), null, null);
        StringOutput output = new StringOutput();
        ENGINE.render("desiredstate/validation.jte", Map.of("shell", shell, "reading", reading), output);
        return output.toString();
    }

    @Test
    void saysThatTheFirstLookIsUnderWayAndWaitsForItsEnd() {
        assertThat(page(true))
                .contains("Validating everything for the first time since the start", "data-live=\"validation\"")
                .doesNotContain("Not read yet", "Nothing is wrong");
    }

    @Test
    void saysThatNothingWasReadAndWaitsForIt() {
        assertThat(page(false))
                .contains("Not read yet", "data-live=\"validation\"")
                .doesNotContain("for the first time", "Nothing is wrong");
    }
}
