package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;

/** Lines of a width, measured in bytes; a word that is longer stands alone, or is cut. */
final class Wrapping {

    private static final int COPIED_IN_A_STEP = 64;

    private Wrapping() {}

    static String of(Call call, String text, int width, String lineBreak, boolean cutLongWords) {
        Bytes bytes = new Bytes(text);
        int limit = Math.max(1, width);
        String separator = lineBreak.isEmpty() ? "\n" : lineBreak;
        StringBuilder out = new StringBuilder();
        int offset = 0;
        while (bytes.length() - offset > limit) {
            call.checkRoom((long) out.length() + limit + separator.length());
            String window = bytes.between(offset, offset + limit + 1);
            if (window.startsWith(" ")) {
                offset++;
                continue;
            }
            int space = window.lastIndexOf(' ');
            if (space >= 0) {
                String line = window.substring(0, space);
                out.append(line).append(separator);
                offset += new Bytes(line).length() + 1;
            } else if (cutLongWords) {
                out.append(bytes.between(offset, offset + limit)).append(separator);
                offset += limit;
            } else {
                call.spend(1 + (bytes.length() - offset) / COPIED_IN_A_STEP);
                String rest = bytes.from(offset);
                int end = rest.indexOf(' ');
                if (end < 0) {
                    return out.append(rest).toString();
                }
                out.append(rest, 0, end).append(separator);
                offset += new Bytes(rest.substring(0, end)).length() + 1;
            }
        }
        return out.append(bytes.from(offset)).toString();
    }
}
