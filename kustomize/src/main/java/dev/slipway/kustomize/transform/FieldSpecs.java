package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Tables;
import java.util.List;

/** The fields that kustomize changes by default; the table lies beside this class. */
public final class FieldSpecs {
    private static final List<List<String>> ROWS = Tables.read(FieldSpecs.class, "fields.txt");

    private FieldSpecs() {}

    /** The fields of a section of the table: {@code selectors}, {@code templateLabels}, {@code annotations} … */
    public static List<FieldSpec> of(String section) {
        return ROWS.stream()
                .filter(row -> row.getFirst().equals(section))
                .map(row -> FieldSpec.of(gvk(row.get(1)), row.get(2), row.size() > 3))
                .toList();
    }

    /** {@code group/version/kind} with stars for any. */
    static Gvk gvk(String text) {
        String[] parts = text.split("/", -1);
        return new Gvk(part(parts[0]), part(parts[1]), part(parts[2]));
    }

    private static String part(String part) {
        return part.equals("*") ? "" : part;
    }
}
