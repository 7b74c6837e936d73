package dev.slipway.gitops.sets;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.format.GoYaml;
import dev.slipway.helm.format.Values;
import dev.slipway.helm.format.Yaml;
import dev.slipway.helm.sprig.Outside;
import dev.slipway.helm.sprig.Sprig;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What templates of ApplicationSets can call: Sprig's functions without those that answer differently each time, and Argo CD's own. */
final class SetFunctions {

    static final Functions ALL = Sprig.functions(new Nothing())
            .plus("normalize", Signature.of(STRING), (call, a) -> Names.normalized(text(a.getFirst())))
            .plus("slugify", (call, a) -> slug(a))
            .plus("toYaml", Signature.of(ANY), (call, a) -> {
                call.reserveCopy(a.getFirst());
                return Yaml.write(a.getFirst());
            })
            .plus("fromYaml", Signature.of(STRING), (call, a) -> fits(Values.map(read(call, a)), "map"))
            .plus("fromYamlArray", Signature.of(STRING), (call, a) -> fits(Values.list(read(call, a)), "list"))
            .plus(
                    "tpl",
                    Signature.of(STRING, ANY),
                    (call, a) -> call.execute(call.plus("tpl", text(a.getFirst())), "tpl", a.get(1))
                            .replace("<no value>", ""));

    private SetFunctions() {}

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    private static @Nullable Object read(Call call, List<@Nullable Object> arguments) {
        try {
            long most = call.charactersLeft() / Call.ENTRY;
            Object value = GoYaml.values("fromYaml", text(arguments.getFirst()), most);
            call.reserveCopy(value);
            return value;
        } catch (YamlException e) {
            throw new FunctionException(e.reason(), e);
        }
    }

    private static Object fits(@Nullable Object value, String kind) {
        if (value == null) throw new FunctionException("the YAML is no " + kind);
        return value;
    }

    /** {@code slugify LENGTH WHOLE-WORDS NAME}, of which the name is enough. */
    private static String slug(List<@Nullable Object> arguments) {
        Object length = arguments.size() > 1 ? arguments.getFirst() : (Object) 50L;
        Object words = arguments.size() > 2 ? arguments.get(1) : (Object) false;
        boolean right = !arguments.isEmpty() && arguments.size() < 4 && arguments.getLast() instanceof String;
        if (right && length instanceof Long most && most >= 0 && words instanceof Boolean whole) {
            return Names.slug(text(arguments.getLast()), most, whole);
        }
        throw new FunctionException("slugify takes a length, whether to keep words whole, and a name; these are "
                + GoValues.print(arguments));
    }

    /** What a set makes must be the same each time. */
    private static final class Nothing implements Outside {

        @Override
        public byte[] random(Call call, int count) {
            throw refusal(call, "gives another result each time");
        }

        @Override
        public Instant now(Call call) {
            throw refusal(call, "gives another result each time");
        }

        @Override
        public String address(Call call, String host) {
            throw refusal(call, "asks the network");
        }

        private static FunctionException refusal(Call call, String why) {
            return new FunctionException(call.name() + " " + why + ", so what the set makes cannot be told");
        }
    }
}
