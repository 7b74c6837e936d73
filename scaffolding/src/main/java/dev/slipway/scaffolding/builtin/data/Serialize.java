package dev.slipway.scaffolding.builtin.data;

import dev.slipway.documents.yaml.YamlWriter;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a value as text. */
final class Serialize extends DescribedAction {

    private final Function<ActionContext, String> text;

    private Serialize(String id, Function<ActionContext, String> text) {
        super(KnownActions.describe(id));
        this.text = text;
    }

    static Serialize json() {
        return new Serialize("roadiehq:utils:serialize:json", Serialize::json);
    }

    static Serialize yaml() {
        return new Serialize("roadiehq:utils:serialize:yaml", Serialize::yaml);
    }

    @Override
    public ActionResult run(ActionContext context) {
        return new ActionResult.Done(Map.of("serialized", text.apply(context)));
    }

    private static String json(ActionContext context) {
        Object data = context.input().get("data");
        boolean chosen = context.input().get("replacer") instanceof List<?>;
        return JsonDocuments.write(
                chosen ? only(data, context.texts("replacer")) : data,
                context.input().get("space"));
    }

    /** JSON.stringify's list of keys: what else stands in maps is left out. */
    private static @Nullable Object only(@Nullable Object value, List<String> keys) {
        return switch (value) {
            case List<?> list -> list.stream().map(item -> only(item, keys)).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> kept = new LinkedHashMap<>();
                keys.stream().filter(map::containsKey).forEach(key -> kept.put(key, only(map.get(key), keys)));
                yield kept;
            }
            case null, default -> value;
        };
    }

    private static String yaml(ActionContext context) {
        try {
            return YamlWriter.text(context.input().get("data"));
        } catch (IllegalArgumentException e) {
            throw new ActionException("The value cannot be written as YAML: " + e.getMessage(), e);
        }
    }
}
