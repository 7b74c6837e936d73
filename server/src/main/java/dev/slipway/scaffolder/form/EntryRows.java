package dev.slipway.scaffolder.form;

import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Entries with names of one's own: each is a row of two controls, and the rows count in the order in which they were sent. */
final class EntryRows {

    static final String DROP = "drop:";

    private static final int MOST = 500;

    private EntryRows() {}

    static boolean areSent(MultiValueMap<String, String> sent, FormField field) {
        return sent.containsKey(Inputs.NAME + field.path());
    }

    /** What was typed; a row without a name and a value is none. */
    static Map<String, @Nullable Object> read(MultiValueMap<String, String> sent, FormField field) {
        List<String> names = sent.getOrDefault(Inputs.NAME + field.path(), List.of());
        List<String> values = sent.getOrDefault(Inputs.ENTRY + field.path(), List.of());
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(MOST, Math.min(names.size(), values.size())); i++) {
            String name = names.get(i).strip();
            if (!name.isEmpty() || !values.get(i).isBlank()) {
                entries.put(name, Objects.requireNonNullElse(field.parseEntry(name, values.get(i)), ""));
            }
        }
        return entries;
    }

    /** Without the row that a button takes away: {@code drop:<path>.<n>}. */
    static MultiValueMap<String, String> afterButtons(MultiValueMap<String, String> received) {
        String go = Objects.requireNonNullElse(received.getFirst("go"), "");
        int dot = go.lastIndexOf('.');
        if (!go.startsWith(DROP) || dot < 0 || !go.substring(dot + 1).matches("[0-9]{1,3}")) {
            return received;
        }
        String path = go.substring(DROP.length(), dot);
        int row = Integer.parseInt(go.substring(dot + 1));
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(received);
        for (String control : List.of(Inputs.NAME, Inputs.ENTRY)) {
            List<String> rows = new ArrayList<>(sent.getOrDefault(control + path, List.of()));
            if (row < rows.size()) {
                rows.remove(row);
                sent.put(control + path, rows);
            }
        }
        return sent;
    }
}
