package dev.slipway.scaffolder.web;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionExample;
import dev.slipway.scaffolding.action.SchemaField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/**
 * An action on its page.
 *
 * @param repeatable whether it is carried out again when a killed run goes on
 * @param afterAKill the same in words
 * @param missing what would have to be there to carry it out; empty for one that can be
 */
public record ActionView(
        String id,
        String description,
        String missing,
        boolean repeatable,
        String afterAKill,
        List<SchemaField> inputs,
        List<SchemaField> outputs,
        List<ActionExample> examples) {

    public ActionView {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        examples = List.copyOf(examples);
    }

    static ActionView of(Action action) {
        return new ActionView(
                action.id(),
                action.description(),
                action.missingAdapter().orElse(""),
                !action.reachesOutside(),
                action.afterAKill(),
                SchemaField.of(action.inputSchema()),
                SchemaField.of(action.outputSchema()),
                action.examples());
    }

    public boolean available() {
        return missing.isEmpty();
    }

    public String link() {
        return "/create/actions/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    boolean matches(String words) {
        String all = (id + " " + description + " " + missing).toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(all::contains);
    }
}
