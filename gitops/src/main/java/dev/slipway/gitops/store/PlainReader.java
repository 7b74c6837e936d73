package dev.slipway.gitops.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link PlainWriter} wrote, in the same order. Of other bytes it makes exceptions or nonsense, never harm. */
public final class PlainReader {

    private final ByteBuffer in;
    private final String[] texts;

    public PlainReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            byte[] text = new byte[number()];
            in.get(text);
            texts[i] = new String(text, StandardCharsets.UTF_8);
        }
    }

    /** Bytes altogether. */
    public int size() {
        return in.capacity();
    }

    public String text() {
        return texts[number()];
    }

    public int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    public <T> List<T> list(Supplier<T> each) {
        int size = number();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(each.get());
        }
        return list;
    }

    public @Nullable Object value() {
        return switch (PlainWriter.Tag.of(in.get())) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case LONG -> in.getLong();
            case DOUBLE -> in.getDouble();
            case INTEGER -> new BigInteger(text());
            case TEXT -> text();
            case LIST -> values();
            case MAP -> map();
        };
    }

    private List<@Nullable Object> values() {
        int size = number();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value());
        }
        return values;
    }

    public Map<String, @Nullable Object> map() {
        int size = number();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(text(), value());
        }
        return map;
    }
}
