package dev.slipway.helm.format;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as sigs.k8s.io/yaml does: the first document of a text, with the words of YAML 1.1, keys made texts, and the last of two
 * equal keys. Bounded in size, depth and what aliases expand to.
 */
public final class GoYaml {
    private static final int LARGEST_TEXT = 16 << 20;
    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 1_000_000;

    private final String file;
    private final Parser parser;
    private final boolean floats;
    private final long most;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private record Anchored(@Nullable Object value, int size) {}

    private GoYaml(String file, String text, boolean floats, long most) {
        this.file = file;
        this.floats = floats;
        this.most = most;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_TEXT);
        options.setNestingDepthLimit(DEEPEST + 1);
        this.parser = new ParserImpl(new StreamReader(text.startsWith("\uFEFF") ? text.substring(1) : text), options);
    }

    /** Every number a Double, as JSON's numbers are in Go: what values are read with. */
    public static @Nullable Object values(String file, String text) {
        return read(file, text, true, MOST_VALUES);
    }

    /** As {@link #values(String, String)}, with no more values than these, those that aliases repeat included. */
    public static @Nullable Object values(String file, String text, long most) {
        return read(file, text, true, Math.min(most, MOST_VALUES));
    }

    /** Whole numbers as Long or BigInteger: what manifests are read with. */
    public static @Nullable Object exact(String file, String text) {
        return read(file, text, false, MOST_VALUES);
    }

    /** @throws YamlException if it is not YAML, or beyond the limits (16 MiB, 100 levels, a million values) */
    private static @Nullable Object read(String file, String text, boolean floats, long most) {
        if (text.length() > LARGEST_TEXT) {
            throw new YamlException(new Place(file, 1, 1), "The file is larger than 16 MiB.");
        }
        try {
            return new GoYaml(file, text, floats, most).document();
        } catch (MarkedYAMLException e) {
            throw new YamlException(place(file, e.getProblemMark()), sentence(e));
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new YamlException(new Place(file, 1, 1), "Not YAML: " + e.getMessage());
        }
    }

    private static String sentence(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return "Not YAML: " + context + e.getProblem() + ".";
    }

    private @Nullable Object document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return null;
        }
        parser.getEvent();
        Object value = value(0);
        parser.getEvent();
        // A second document is not read, but must not be broken either: Go's reader looks one event ahead.
        parser.peekEvent();
        return value;
    }

    private @Nullable Object value(int depth) {
        Event event = parser.getEvent();
        if (++values > most || depth > DEEPEST) {
            throw tooLarge(event);
        }
        if (event instanceof AliasEvent alias) {
            return expanded(alias);
        }
        int before = values;
        Object value = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent _ -> list(depth);
            case MappingStartEvent _ -> map(depth);
            default -> throw new YamlException(place(file, event.getStartMark()), "Not YAML: a value was expected.");
        };
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, values - before + 1));
        }
        return value;
    }

    private YamlException tooLarge(Event event) {
        return new YamlException(place(file, event.getStartMark()), "The document is too large or too deep here.");
    }

    private @Nullable Object expanded(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new YamlException(
                    place(file, alias.getStartMark()), "Not YAML: unknown anchor '" + alias.getAnchor() + "'.");
        }
        values += anchored.size();
        if (values > most) {
            throw tooLarge(alias);
        }
        return Values.copy(anchored.value());
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        while (!(parser.peekEvent() instanceof SequenceEndEvent)) {
            list.add(value(depth + 1));
        }
        parser.getEvent();
        return list;
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<@Nullable Object> merged = new ArrayList<>();
        while (!(parser.peekEvent() instanceof MappingEndEvent)) {
            Event key = parser.peekEvent();
            boolean merge = key instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals("<<");
            String name = key(value(depth + 1), key);
            Object value = value(depth + 1);
            if (merge) {
                merged.add(value);
            } else {
                map.put(name, value);
            }
        }
        parser.getEvent();
        merged.forEach(source -> merge(map, source));
        return map;
    }

    private static void merge(Map<String, @Nullable Object> map, @Nullable Object source) {
        if (source instanceof List<?> sources) {
            sources.forEach(each -> merge(map, each));
        } else if (source instanceof Map<?, ?> other) {
            other.forEach((key, value) -> map.putIfAbsent((String) key, value));
        }
    }

    private String key(@Nullable Object key, Event event) {
        return switch (key) {
            case String text -> text;
            case Boolean truth -> truth.toString();
            case Number number -> keyText(number);
            case null, default ->
                throw new YamlException(
                        place(file, event.getStartMark()), "A key must be a text, a number or a truth value.");
        };
    }

    /** A number where a text is needed. */
    public static String keyText(Number number) {
        return number instanceof Double floating ? Numbers.shortest(floating) : number.toString();
    }

    private @Nullable Object scalar(ScalarEvent event) {
        String tag = event.getTag();
        boolean own = tag != null && !tag.startsWith("tag:yaml.org,2002:");
        boolean text = !event.isPlain() || own || "tag:yaml.org,2002:str".equals(tag);
        if (text && (tag == null || !tag.startsWith("tag:yaml.org,2002:") || tag.endsWith(":str"))) {
            return event.getValue();
        }
        if ("tag:yaml.org,2002:binary".equals(tag)) {
            return new String(
                    java.util.Base64.getMimeDecoder().decode(event.getValue()),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
        Object value = Scalars.resolve(event.getValue());
        return floats && value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static Place place(String file, @Nullable Mark mark) {
        return mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
