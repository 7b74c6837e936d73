package dev.slipway.gotemplate.value;

import java.util.Arrays;
import java.util.Map;

/** Strings in the order of their bytes in UTF-8, which is that of their code points. */
public final class StringOrder {

    private StringOrder() {}

    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b)
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
        }
        return Integer.compare(left.length(), right.length());
    }

    /** The keys of a map, sorted. */
    public static String[] keys(Map<?, ?> map) {
        String[] keys = new String[map.size()];
        int i = 0;
        for (Object key : map.keySet()) keys[i++] = (String) key;
        Arrays.sort(keys, StringOrder::compare);
        return keys;
    }
}
