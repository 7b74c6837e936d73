package dev.slipway.gitops.places;

import dev.slipway.kustomize.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text of a template, which is no YAML before it is filled in: documents are told apart by their lines. */
final class TemplateText {

    private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern NAME = Pattern.compile("\\bname:\\s*[\"']?([^\\s,}\"']+)");
    private static final Pattern FIELD = Pattern.compile("\\s*(apiVersion|kind|metadata):.*");

    /** Stands for what an action writes; no manifest holds it. */
    private static final char WRITTEN = '\0';

    private final List<String> lines;

    TemplateText(String text) {
        this.lines = text.lines()
                .map(each -> ACTION.matcher(each).replaceAll(String.valueOf(WRITTEN)))
                .toList();
    }

    /** From 1: of the pointer, or of as much of it as is found; empty where no document says the object's kind. */
    Optional<Integer> line(Resource object, String pointer) {
        Pattern kind =
                Pattern.compile("(.*[{,])?\\s*kind:\\s*[\"']?" + Pattern.quote(object.kind()) + "[\"']?\\s*([,}#].*)?");
        return IntStream.range(0, lines.size())
                .filter(i -> kind.matcher(lines.get(i)).matches())
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> likeness(i, object.name()))
                        .thenComparing(Comparator.reverseOrder()))
                .map(i -> 1 + deepest(start(i), end(i), pointer));
    }

    /** How much of a document's names the object's name holds. */
    private int likeness(int line, String name) {
        return IntStream.range(start(line), end(line))
                .mapToObj(i -> NAME.matcher(lines.get(i)))
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .findFirst()
                .filter(each -> Pattern.matches(Pattern.quote(each).replace(String.valueOf(WRITTEN), "\\E.*\\Q"), name))
                .map(each -> 1 + each.replace(String.valueOf(WRITTEN), "").length())
                .orElse(0);
    }

    /** The first field of the document that a line is in. */
    private int start(int line) {
        int start = line;
        for (int i = line; i >= 0 && !isSeparator(i); i--) {
            if (FIELD.matcher(lines.get(i)).matches()) {
                start = i;
            }
        }
        return start;
    }

    private int end(int line) {
        return IntStream.range(line, lines.size())
                .filter(this::isSeparator)
                .findFirst()
                .orElse(lines.size());
    }

    private boolean isSeparator(int line) {
        return lines.get(line).startsWith("---");
    }

    /** Which element of a list a line is cannot be told but for the first. */
    private int deepest(int start, int end, String pointer) {
        int at = start;
        for (String key :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            if (key.equals("0")) {
                continue;
            }
            Pattern field = Pattern.compile("(\\s*(- )?|.*[{,]\\s*)[\"']?"
                    + Pattern.quote(key.replace("~1", "/").replace("~0", "~")) + "[\"']?:.*");
            int from = at;
            Optional<Integer> found = IntStream.range(from, end)
                    .filter(i -> field.matcher(lines.get(i)).matches())
                    .boxed()
                    .findFirst();
            if (found.isEmpty()) {
                return at;
            }
            at = found.get();
        }
        return at;
    }
}
