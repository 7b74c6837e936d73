package dev.slipway.helm.engine;

import com.google.re2j.Pattern;
import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import dev.slipway.helm.chart.Globs;
import dev.slipway.helm.format.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code .Files}: what stands in a chart beside templates, metadata and values. */
final class ChartFiles extends AbstractMap<String, @Nullable Object> implements GoObject {
    private final Map<String, byte[]> files;

    ChartFiles(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Collections.<String, @Nullable Object>unmodifiableMap(files).entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name ? files.get(name) : null;
    }

    @Override
    public String typeName() {
        return "engine.files";
    }

    @Override
    public @Nullable Member member(String name) {
        return switch (name) {
            case "Get" -> named(bytes -> text(bytes == null ? new byte[0] : bytes));
            case "GetBytes" -> named(bytes -> bytes == null ? new byte[0] : bytes);
            case "Lines" ->
                new Member.Method(Signature.of(Parameter.STRING), (call, a) -> lines(call, files.get(a.getFirst())));
            case "Glob" ->
                new Member.Method(
                        Signature.of(Parameter.STRING),
                        (call, a) -> matching(call, (String) java.util.Objects.requireNonNull(a.getFirst())));
            case "AsConfig" -> new Member.Method(Signature.of(), (call, a) -> asMap(call, ChartFiles::text));
            case "AsSecrets" ->
                new Member.Method(Signature.of(), (call, a) -> asMap(call, Base64.getEncoder()::encodeToString));
            default -> null;
        };
    }

    private Member named(Function<byte @Nullable [], Object> result) {
        return new Member.Method(Signature.of(Parameter.STRING), (call, a) -> result.apply(files.get(a.getFirst())));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> lines(Call call, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new FunctionException("must pass files");
        }
        String text = text(bytes);
        long breaks = text.chars().filter(c -> c == '\n').count();
        call.reserve(text.length() + Call.ENTRY * (breaks + 1));
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private ChartFiles matching(Call call, String glob) {
        Pattern pattern = Globs.extended(glob);
        Map<String, byte[]> found = new TreeMap<>();
        call.reserve(4 * Call.ENTRY);
        files.forEach((name, bytes) -> {
            if (pattern.matches(name)) {
                call.reserve(2 * Call.ENTRY);
                found.put(name, bytes);
            }
        });
        return new ChartFiles(found);
    }

    private String asMap(Call call, Function<byte[], String> form) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        files.forEach((name, bytes) -> map.put(name.substring(name.lastIndexOf('/') + 1), form.apply(bytes)));
        call.reserveCopy(map);
        return Yaml.write(map);
    }

    @Override
    public String print() {
        return GoValues.print(new TreeMap<String, @Nullable Object>(files));
    }
}
