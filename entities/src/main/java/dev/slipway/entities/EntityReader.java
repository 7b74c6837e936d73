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
            Place place = Places.inFile(e.place(), chunk.line() - 1);
            return new Reading.Refused(Optional.empty(), List.of(new EntityProblem(place, "", e.reason(), "")));
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
        Places places = new Places(map, chunk);
        Map<String, @Nullable Object> document = document(chunk, map, findings);
        Optional<EntityRef> ref = new Envelope(findings).check(document);
        new Specification(findings).check(String.valueOf(document.get("kind")), document);
        new Storable(findings).check(document);
        return findings.isEmpty() && ref.isPresent()
                ? new Reading.Taken(new Entity(ref.get(), document), places)
                : new Reading.Refused(
                        ref,
                        findings.all().stream()
                                .map(finding -> problem(places, finding))
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

    private static EntityProblem problem(Places places, Findings.Finding finding) {
        List<String> segments = YamlPointer.parse(finding.pointer()).segments();
        return new EntityProblem(
                places.of(segments), String.join(".", segments), finding.message(), finding.expected());
    }
}
