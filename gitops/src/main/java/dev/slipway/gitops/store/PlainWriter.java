package dev.slipway.gitops.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes plain values as bytes, each text once: read back in a fraction of what parsing YAML takes. */
public final class PlainWriter {

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(body);

    public PlainWriter text(String text) {
        return number(texts.computeIfAbsent(text, _ -> texts.size()));
    }

    /** A number that is not negative. */
    public PlainWriter number(int number) {
        int rest = number;
        while (rest > 0x7F) {
            body.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        body.write(rest);
        return this;
    }

    public <T> PlainWriter list(Collection<T> all, Consumer<T> each) {
        number(all.size());
        all.forEach(each);
        return this;
    }

    /** Maps with text keys, lists, String, Long, BigInteger, Double, Boolean and null. */
    public PlainWriter value(@Nullable Object value) {
        switch (value) {
            case null -> tagged(Tag.NULL);
            case Boolean truth -> tagged(truth ? Tag.TRUE : Tag.FALSE);
            case Long number -> eight(Tag.LONG, number);
            case Double number -> eight(Tag.DOUBLE, Double.doubleToRawLongBits(number));
            case BigInteger number -> tagged(Tag.INTEGER).text(number.toString());
            case String text -> tagged(Tag.TEXT).text(text);
            case List<?> list -> tagged(Tag.LIST).list(list, this::value);
            case Map<?, ?> map ->
                tagged(Tag.MAP)
                        .list(
                                map.entrySet(),
                                entry -> text((String) entry.getKey()).value(entry.getValue()));
            default ->
                throw new IllegalArgumentException("A " + value.getClass().getName() + " is no plain value.");
        }
        return this;
    }

    /** What a value is, by the code that stands before it on the disk. */
    enum Tag {
        NULL(0),
        TRUE(1),
        FALSE(2),
        LONG(3),
        DOUBLE(4),
        INTEGER(5),
        TEXT(6),
        LIST(7),
        MAP(8);

        /** In the order of their codes. */
        private static final List<Tag> ALL = List.of(values());

        private final int code;

        Tag(int code) {
            this.code = code;
        }

        static Tag of(int code) {
            return ALL.get(code);
        }
    }

    private PlainWriter tagged(Tag tag) {
        body.write(tag.code);
        return this;
    }

    private void eight(Tag tag, long bits) {
        body.write(tag.code);
        try {
            out.writeLong(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts, then what refers to them. */
    public byte[] bytes() {
        PlainWriter table = new PlainWriter();
        table.number(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            table.number(bytes.length);
            table.body.writeBytes(bytes);
        }
        table.body.writeBytes(body.toByteArray());
        return table.body.toByteArray();
    }
}
