package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.images.Decision.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for images in manifests and in patches, which have their form. */
record Manifests(Documents documents) {

    private record Candidate(YamlMap document, int number, Containers.Written written) {}

    /** In a file of manifests: of this kind, best of this very name. */
    Optional<Decision> decide(String file, Question question) {
        return candidates(file, question)
                .filter(each -> each.document().text("kind").orElse("").equals(question.kind())
                        || each.document().text("kind").orElse("").equals("List"))
                .filter(each -> question.name().contains(name(each)))
                .min(Comparator.comparing(each -> !name(each).equals(question.name())))
                .map(each -> decision(Rule.MANIFEST, file, each.number(), each.written()));
    }

    /** In a file that holds a patch. */
    Optional<Decision> decideByPatch(String file, Question question) {
        Optional<Decision> merged = candidates(file, question)
                .findFirst()
                .map(each -> decision(Rule.PATCH, file, each.number(), each.written()));
        return merged.isPresent() ? merged : byOperation(file, question);
    }

    private Optional<Decision> byOperation(String file, Question question) {
        List<YamlValue> all = documents.of(file);
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(number -> operation(all.get(number), question).stream()
                        .map(found -> new Decision(
                                Rule.PATCH,
                                documents.repository(),
                                file,
                                found.value().place().line(),
                                number,
                                found.pointer(),
                                "",
                                found.value().text())))
                .findFirst();
    }

    /** A value of a JSON patch. */
    record Operation(YamlScalar value, String pointer) {}

    static Optional<Operation> operation(YamlValue document, Question question) {
        List<YamlValue> operations = document.asList().map(list -> list.items()).orElse(List.of());
        return IntStream.range(0, operations.size())
                .boxed()
                .flatMap(i -> operations.get(i).asMap().stream()
                        .flatMap(each -> operation(each, question).stream())
                        .map(found -> new Operation(found.value(), "/" + i + found.pointer())))
                .findFirst();
    }

    /** The image alone, or that of a container or a list of them that it adds. */
    private static Optional<Operation> operation(YamlMap operation, Question question) {
        YamlValue value = operation.get("value").orElse(null);
        String path = operation.text("path").orElse("");
        if (value == null) {
            return Optional.empty();
        }
        if (path.endsWith("/image")) {
            return value.asScalar()
                    .filter(each -> each.text().equals(question.image().toString()))
                    .map(each -> new Operation(each, "/value"));
        }
        return Containers.in(path, value).stream()
                .filter(each -> isMeant(each, question))
                .map(each -> new Operation(each.image(), "/value" + each.pointer()))
                .findFirst();
    }

    private Stream<Candidate> candidates(String file, Question question) {
        List<YamlValue> all = documents.of(file);
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(number -> all.get(number).asMap().stream()
                        .flatMap(document -> Containers.in(document).stream()
                                .filter(each -> isMeant(each, question))
                                .map(each -> new Candidate(document, number, each))));
    }

    static boolean isMeant(Containers.Written written, Question question) {
        return written.container().equals(question.container())
                && written.image().text().equals(question.image().toString());
    }

    private static String name(Candidate candidate) {
        return candidate
                .document()
                .map("metadata")
                .flatMap(metadata -> metadata.text("name"))
                .orElse("");
    }

    private Decision decision(Rule rule, String file, int number, Containers.Written written) {
        return new Decision(
                rule,
                documents.repository(),
                file,
                written.image().place().line(),
                number,
                written.pointer(),
                "",
                written.image().text());
    }
}
