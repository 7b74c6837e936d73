package dev.slipway.git.embedded;

import dev.slipway.git.Commit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines at the end of messages that survive when commits become one: who else wrote it, and what Slipway said. */
final class Trailers {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+):\\s*(\\S.*)");
    private static final String CO_AUTHOR = "Co-authored-by";

    private Trailers() {}

    /** Each once, in the order of the commits. */
    static String kept(List<Commit> oldestFirst, Commit.Person author) {
        Set<String> slipway = new LinkedHashSet<>();
        Set<String> people = new LinkedHashSet<>();
        for (Commit commit : oldestFirst) {
            if (!commit.author().email().equalsIgnoreCase(author.email())) {
                people.add(CO_AUTHOR + ": " + commit.author().name() + " <"
                        + commit.author().email() + ">");
            }
            for (Matcher line : lines(commit.message())) {
                if (line.group(1).startsWith("Slipway-")) {
                    slipway.add(line.group(1) + ": " + line.group(2).strip());
                } else if (line.group(1).equalsIgnoreCase(CO_AUTHOR)) {
                    people.add(CO_AUTHOR + ": " + line.group(2).strip());
                }
            }
        }
        people.removeIf(person -> person.endsWith("<" + author.email() + ">"));
        List<String> all = new ArrayList<>(slipway);
        all.addAll(people);
        return String.join("\n", all);
    }

    /** What Slipway said in these. */
    static String slipway(List<Commit> commits) {
        return commits.stream()
                .flatMap(commit -> lines(commit.message()).stream())
                .filter(line -> line.group(1).startsWith("Slipway-"))
                .map(line -> line.group(1) + ": " + line.group(2).strip())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Of the last paragraph, when it is not the only one. */
    private static List<Matcher> lines(String message) {
        String text = message.strip();
        int end = text.lastIndexOf("\n\n");
        return end < 0
                ? List.of()
                : text.substring(end + 2)
                        .lines()
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .toList();
    }
}
