package dev.slipway.entities;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one document of a {@code catalog-info.yaml} as an entity, or tells all that is wrong with it. */
public final class EntityReader {

    /** What placeholders bring counts as well. */
    static final int MOST_VALUES = 100_000;

    private static final YamlReader YAML = YamlReader.core().limitedTo(MOST_VALUES);

    private final String file;
    private final Includes includes;

    /**
     * @param file the name for places in messages
     * @param includes what placeholders name
     */
    public EntityReader(String file, Includes includes) {
        this.file = file;
        this.includes = new LimitedIncludes(includes);
    }

    /** Whether this document may include other files: a quick look before parsing. */
    public static boolean mayInclude(Chunk chunk) {
        return Placeholders.mayStandIn(chunk.text());
    }

    public Reading read(Chunk chunk) {
        try {
            YamlValue value = YAML.document(file, chunk.text()).orElse(null);
            return value instanceof YamlMap map
                    ? read(chunk, map)
                    : refused(
                            chunk, "The document is " + (value == null ? "empty" : value.kind()) + ", not an entity.");
        } catch (YamlException e) {
            Place place = e.place();
            return new Reading.Refused(
                    Optional.empty(), List.of(new EntityProblem(at(chunk, place), "", e.reason(), "")));
        }
    }

    private Reading refused(Chunk chunk, String message) {
        return new Reading.Refused(
                Optional.empty(),
                List.of(new EntityProblem(
                        new Place(file, chunk.line(), 1),
                        "",
                        message,
                        "a map with apiVersion, kind, metadata and spec")));
    }

    private Reading read(Chunk chunk, YamlMap map) {
        Findings findings = new Findings();
        Map<String, @Nullable Object> document = document(chunk, map, findings);
        Optional<EntityRef> ref = new Envelope(findings).check(document);
        new Specification(findings).check(String.valueOf(document.get("kind")), document);
        new Storable(findings).check(document);
        return findings.isEmpty() && ref.isPresent()
                ? new Reading.Taken(new Entity(ref.get(), document))
                : new Reading.Refused(
                        ref,
                        findings.all().stream()
                                .map(finding -> problem(chunk, map, finding))
                                .toList());
    }

    private Map<String, @Nullable Object> document(Chunk chunk, YamlMap map, Findings findings) {
        Map<String, @Nullable Object> document = map.plain();
        if (mayInclude(chunk)) {
            Placeholders placeholders = new Placeholders(includes, findings);
            Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
            document.forEach(
                    (key, value) -> resolved.put(key, placeholders.resolve(value, Pointer.DOCUMENT.below(key))));
            return resolved;
        }
        return document;
    }

    private EntityProblem problem(Chunk chunk, YamlMap map, Findings.Finding finding) {
        List<String> segments = YamlPointer.parse(finding.pointer()).segments();
        return new EntityProblem(
                at(chunk, nearest(map, segments)), String.join(".", segments), finding.message(), finding.expected());
    }

    /** Where the value stands, or the innermost one around it that is there. */
    private static Place nearest(YamlMap map, List<String> segments) {
        for (int depth = segments.size(); depth > 0; depth--) {
            Optional<YamlValue> value = new YamlPointer(segments.subList(0, depth)).find(map);
            if (value.isPresent()) {
                return value.get().place();
            }
        }
        return map.place();
    }

    private static Place at(Chunk chunk, Place place) {
        return new Place(place.file(), place.line() + chunk.line() - 1, place.column());
    }
}
