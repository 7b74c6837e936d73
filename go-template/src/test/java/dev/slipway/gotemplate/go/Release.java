package dev.slipway.gotemplate.go;

import static dev.slipway.gotemplate.Parameter.ANY;
import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct with methods. */
record Release(String name, List<Object> tags) implements GoObject {

    @Override
    public String typeName() {
        return "*main.Release";
    }

    @Override
    public String print() {
        return "release:" + name;
    }

    @Override
    public @Nullable Member member(String member) {
        return switch (member) {
            case "Name" -> new Member.Field(name);
            case "Tags" -> new Member.Field(tags);
            case "Notes" -> new Member.Field(null);
            case "String" -> new Member.Method(Signature.of(), (call, arguments) -> print());
            case "Self" -> new Member.Method(Signature.of(), (call, arguments) -> this);
            case "Config" -> new Member.Method(Signature.of(), (call, arguments) -> config());
            case "Greet" ->
                new Member.Method(Signature.of(STRING), (call, arguments) -> "hello " + arguments.getFirst());
            case "Count" ->
                new Member.Method(
                        Signature.of(INT).then(ANY),
                        (call, arguments) -> Samples.number(arguments.getFirst()) + arguments.size() - 1);
            case "Fail" ->
                new Member.Method(Signature.of(), (call, arguments) -> {
                    throw new FunctionException("it failed");
                });
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> config() {
        Map<String, @Nullable Object> config = new HashMap<>();
        config.put("port", 80L);
        config.put("none", null);
        return config;
    }
}
