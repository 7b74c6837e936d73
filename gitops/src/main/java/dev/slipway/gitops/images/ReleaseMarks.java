package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes the mark at the end of the line on which an image is decided. */
final class ReleaseMarks {

    private static final String FLUX = "$imagepolicy";

    private ReleaseMarks() {}

    /** Empty where there is none, and where the file is no longer what the decision was read from. */
    static Optional<ReleaseMark> read(Decision decision, String text) {
        try {
            Optional<YamlScalar> value = value(decision, text);
            return decision.inner().isEmpty()
                    ? value.flatMap(each -> ReleaseMark.endOf(text.substring(
                            each.span().end(), lineEnd(text, each.span().end()))))
                    : value.flatMap(each -> read(decision.inside(), each.text()));
        } catch (YamlException _) {
            return Optional.empty();
        }
    }

    /**
     * Passes where nobody else says beside the image that he changes it.
     *
     * @throws YamlException if Flux does
     */
    static void requireAlone(Decision decision, String text) {
        value(decision, text).filter(each -> isFluxs(each, text)).ifPresent(each -> {
            throw new YamlException(
                    each.place(), "Flux's image automation writes this line, too: two writers would undo each other.");
        });
    }

    private static boolean isFluxs(YamlScalar value, String text) {
        int start = value.span().end();
        return text.substring(start, lineEnd(text, start)).contains(FLUX);
    }

    /**
     * The text with the mark; nothing that it means changes.
     *
     * @throws YamlException if a comment cannot stand there
     */
    static String write(Decision decision, String text, ReleaseMark mark) {
        YamlScalar value = value(decision, text).orElseThrow();
        int start = value.span().end();
        int end = lineEnd(text, start);
        String rest = text.substring(start, end);
        String marked = text.substring(0, start) + mark.after(rest) + text.substring(end);
        if (decision.file().endsWith(".json") || !meaning(decision, text).equals(meaning(decision, marked))) {
            throw new YamlException(
                    value.place(),
                    "The commit of a Release is noted in a comment behind its image, and no comment can stand here.");
        }
        return marked;
    }

    /** What decides: of an entry of {@code images} its digest or tag. */
    private static Optional<YamlScalar> value(Decision decision, String text) {
        List<YamlValue> documents = YamlReader.core().documents(decision.file(), text);
        if (decision.document() >= documents.size()) {
            return Optional.empty();
        }
        YamlValue document = documents.get(decision.document());
        return Stream.of("", "/digest", "/newTag")
                .flatMap(each -> document.at(decision.pointer() + each).stream())
                .flatMap(each -> each.asScalar().stream())
                .findFirst();
    }

    private static int lineEnd(String text, int from) {
        int feed = text.indexOf('\n', from);
        int end = feed < 0 ? text.length() : feed;
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static List<@Nullable Object> meaning(Decision decision, String text) {
        List<@Nullable Object> meaning = new ArrayList<>();
        YamlReader.core().documents(decision.file(), text).forEach(each -> meaning.add(each.plain()));
        return meaning;
    }
}
