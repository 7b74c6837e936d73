package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into {@link YamlValue}s. Safe against hostile input: size, depth and expansion of aliases are bounded, keys
 * stand once, and no tag creates anything but plain values.
 */
public final class YamlReader {

    private static final int LARGEST_TEXT = 16 << 20;
    /** The parser's time grows with the square of a line's length: this is about half a second. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 1_000_000;
    private static final Resolver RESOLVER = new PlainTags();

    private final Scalars scalars;
    private final int mostValues;

    private YamlReader(Scalars scalars, int mostValues) {
        this.scalars = scalars;
        this.mostValues = mostValues;
    }

    /** A reader that resolves unquoted scalars by YAML 1.2's core schema. */
    public static YamlReader core() {
        return with(Scalars.core());
    }

    public static YamlReader with(Scalars scalars) {
        return new YamlReader(scalars, MOST_VALUES);
    }

    /** This reader with another limit on the values of a text, aliases expanded. */
    public YamlReader limitedTo(int values) {
        return new YamlReader(scalars, values);
    }

    /**
     * The documents of a text; those that hold nothing are left out.
     *
     * @param file the name for places in messages
     * @throws YamlException if it is not YAML, or beyond the limits (16 MiB, 1 MiB a line, 100 levels, a million values
     *     where nothing else is set)
     */
    public List<YamlValue> documents(String file, String text) {
        if (text.length() > LARGEST_TEXT) {
            throw new YamlException(new Place(file, 1, 1), "The file is larger than 16 MiB.");
        }
        refuseLongLines(file, text);
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Conversion conversion = new Conversion(file, text, text.length() - body.length());
        try {
            Composer composer = composer(body);
            List<YamlValue> documents = new ArrayList<>();
            while (composer.checkNode()) {
                YamlValue value = conversion.value(composer.getNode(), 0);
                if (!(value instanceof YamlScalar scalar && scalar.value() == null)) {
                    documents.add(value);
                }
            }
            return documents;
        } catch (MarkedYAMLException e) {
            throw new YamlException(conversion.place(e.getProblemMark()), sentence(e));
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new YamlException(new Place(file, 1, 1), String.valueOf(e.getMessage()));
        }
    }

    private static void refuseLongLines(String file, String text) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
            int length = (end < 0 ? text.length() : end) - start;
            if (length > LONGEST_LINE) {
                throw new YamlException(
                        new Place(file, line, 1),
                        "This line is longer than 1 MiB: write its text as a block, over several lines.");
            }
            start += length + 1;
            line++;
        }
    }

    /** The one document of a text; empty when it holds nothing. More than one is an error. */
    public Optional<YamlValue> document(String file, String text) {
        List<YamlValue> documents = documents(file, text);
        if (documents.size() > 1) {
            throw new YamlException(documents.get(1).place(), "One document was expected, here begins a second one.");
        }
        return documents.stream().findFirst();
    }

    private static Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_TEXT);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(1000);
        options.setAllowDuplicateKeys(true);
        return new Composer(new ParserImpl(new StreamReader(text), options), RESOLVER, options);
    }

    private static String sentence(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return "Not YAML: " + context + e.getProblem() + ".";
    }

    /** One text's way from nodes to values. */
    private final class Conversion {
        private final String file;
        private final int length;
        private final int skipped;
        /** Null where each code point is one unit. */
        private final int @Nullable [] offsets;

        private final Map<Node, Boolean> open = new HashMap<>();
        private int values;

        Conversion(String file, String text, int skipped) {
            this.file = file;
            this.length = text.length();
            this.skipped = skipped;
            this.offsets = text.codePointCount(0, length) == length ? null : offsets(text, skipped);
        }

        YamlValue value(Node node, int depth) {
            if (++values > mostValues || depth > DEEPEST) {
                throw new YamlException(place(node.getStartMark()), "The document is too large or too deep here.");
            }
            if (open.put(node, true) != null) {
                throw new YamlException(place(node.getStartMark()), "This value contains itself.");
            }
            YamlValue value = switch (node) {
                case ScalarNode scalar -> scalar(scalar);
                case SequenceNode list -> list(list, depth);
                case MappingNode map -> map(map, depth);
                default -> throw new IllegalStateException("Unknown node " + node.getNodeId());
            };
            open.remove(node);
            return value;
        }

        private YamlScalar scalar(ScalarNode node) {
            Object value = node.getTag().equals(Tag.STR) ? node.getValue() : scalars.resolve(node.getValue());
            return new YamlScalar(node.getValue(), value, node.isPlain(), place(node.getStartMark()), span(node));
        }

        private YamlList list(SequenceNode node, int depth) {
            List<YamlValue> items = new ArrayList<>(node.getValue().size());
            node.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return new YamlList(items, place(node.getStartMark()), span(node));
        }

        private YamlMap map(MappingNode node, int depth) {
            Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
            List<YamlMap> merged = new ArrayList<>();
            for (NodeTuple tuple : node.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new YamlException(place(tuple.getKeyNode().getStartMark()), "A key must be a text.");
                }
                if (key.getTag().equals(Tag.MERGE)) {
                    merged.addAll(mergeSources(tuple.getValueNode(), depth));
                } else if (entries.put(
                                key.getValue(), new YamlMap.Entry(scalar(key), value(tuple.getValueNode(), depth + 1)))
                        != null) {
                    throw new YamlException(
                            place(key.getStartMark()), "The key \"" + key.getValue() + "\" stands here twice.");
                }
            }
            merged.forEach(source -> source.entries()
                    .forEach(entry -> entries.putIfAbsent(entry.key().text(), entry)));
            return new YamlMap(List.copyOf(entries.values()), place(node.getStartMark()), span(node));
        }

        private List<YamlMap> mergeSources(Node node, int depth) {
            YamlValue value = value(node, depth + 1);
            List<YamlValue> sources = value instanceof YamlList list ? list.items() : List.of(value);
            return sources.stream()
                    .map(source -> source.asMap()
                            .orElseThrow(() -> new YamlException(source.place(), "Only a map can be merged with <<.")))
                    .toList();
        }

        Place place(Mark mark) {
            return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
        }

        private YamlValue.Span span(Node node) {
            return new YamlValue.Span(
                    offset(node.getStartMark().getIndex()),
                    offset(node.getEndMark().getIndex()));
        }

        private int offset(int point) {
            return offsets == null ? Math.min(skipped + point, length) : offsets[point];
        }

        /** SnakeYAML counts code points after the byte order mark; spans count UTF-16 units of the whole text. */
        private static int[] offsets(String text, int skipped) {
            int[] offsets = new int[text.codePointCount(0, text.length()) + 2];
            int point = 0;
            for (int i = skipped; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                offsets[point++] = i;
            }
            Arrays.fill(offsets, point, offsets.length, text.length());
            return offsets;
        }
    }
}
