package dev.slipway.gotemplate.go;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list with a method. */
final class Versions extends AbstractList<Object> implements GoObject {

    private final List<Object> all;

    Versions(List<Object> all) {
        this.all = all;
    }

    @Override
    public Object get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public String typeName() {
        return "main.Versions";
    }

    @Override
    public String print() {
        return "versions";
    }

    @Override
    public @Nullable Member member(String name) {
        return switch (name) {
            case "Has" ->
                new Member.Method(
                        Signature.of(Parameter.STRING), (call, arguments) -> all.contains(arguments.getFirst()));
            case "String" -> new Member.Method(Signature.of(), (call, arguments) -> print());
            default -> null;
        };
    }
}
