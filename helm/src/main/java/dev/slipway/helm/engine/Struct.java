package dev.slipway.helm.engine;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Member;
import dev.slipway.helm.format.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value with fields, as a struct in Go.
 *
 * @param typeName as Go's messages name it
 * @param members by name, in the order in which Go prints them
 * @param json what its JSON holds, in order
 * @param printed what it prints, null for its fields in braces
 */
record Struct(
        String typeName,
        Map<String, Member> members,
        Map<String, @Nullable Object> json,
        @Nullable String printed) implements GoObject, Json.Encoded {

    Struct {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    @Override
    public @Nullable Member member(String name) {
        return members.get(name);
    }

    @Override
    public String print() {
        return printed != null
                ? printed
                : members.values().stream()
                        .filter(member -> member instanceof Member.Field)
                        .map(member -> GoValues.print(((Member.Field) member).value()))
                        .collect(Collectors.joining(" ", "{", "}"));
    }
}
