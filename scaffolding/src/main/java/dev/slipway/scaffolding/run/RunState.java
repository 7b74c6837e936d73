package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.action.Secrets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a run has come. */
public sealed interface RunState {

    /** Every step is done. */
    record Completed(RunOutput output) implements RunState {}

    /** A step failed; what earlier steps made outside was taken back. */
    record Failed(String stepId, String message) implements RunState {}

    /** A step waits for something outside; advance the run again later. */
    record Waiting(String stepId, String reason) implements RunState {}

    /**
     * What a template shows at the end.
     *
     * @param values further keys of the template's output
     */
    record RunOutput(List<Link> links, List<Text> texts, Map<String, @Nullable Object> values) {

        RunOutput masked(Secrets secrets) {
            return new RunOutput(
                    links.stream()
                            .map(link ->
                                    new Link(secrets.masked(link.title()), secrets.masked(link.url()), link.icon()))
                            .toList(),
                    texts.stream()
                            .map(text -> new Text(
                                    secrets.masked(text.title()), secrets.masked(text.markdown()), text.icon()))
                            .toList(),
                    secrets.masked(values));
        }
    }

    /** A link; {@code url} may be a path of the portal. */
    record Link(String title, String url, String icon) {}

    /**
     * A Markdown text.
     *
     * @param icon a name; empty for none
     */
    record Text(String title, String markdown, @Nullable String icon) {

        public Text {
            icon = icon == null ? "" : icon; // a run that was stored by an earlier version has none
        }

        public Text(String title, String markdown) {
            this(title, markdown, "");
        }
    }
}
