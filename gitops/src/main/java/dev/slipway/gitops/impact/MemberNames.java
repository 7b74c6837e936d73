package dev.slipway.gitops.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names of the objects of an environment: with their cluster, Application or namespace where one name stands for several. */
public final class MemberNames {

    private record Name(String kind, String text) {}

    /** What tells objects of one name apart. */
    private record Mark(String word, Function<Member, String> value) {
        String words(Member member) {
            return word + " " + value.apply(member);
        }
    }

    /** The most telling first. */
    private static final List<Mark> MARKS = List.of(
            new Mark("cluster", Member::cluster),
            new Mark("Application", Member::application),
            new Mark("namespace", Member::namespace));

    private final Map<Name, List<Mark>> marks = new HashMap<>();

    public MemberNames(ImpactReport.Environment environment) {
        Map<Name, List<Member>> named = new HashMap<>();
        environment
                .groups()
                .forEach(group -> group.members()
                        .forEach(each -> named.computeIfAbsent(name(group.kind(), each), _ -> new ArrayList<>())
                                .add(each)));
        named.forEach((name, alike) -> marks.put(name, telling(alike)));
    }

    private static Name name(String kind, Member member) {
        return new Name(kind, member.among(kind));
    }

    /** As few marks as tell the objects apart, as far as marks can. */
    private static List<Mark> telling(List<Member> alike) {
        List<Mark> telling = new ArrayList<>();
        for (Mark mark : MARKS) {
            if (distinct(alike, telling) < alike.size()
                    && alike.stream().map(mark.value()).distinct().count() > 1) {
                telling.add(mark);
            }
        }
        return telling;
    }

    /** For example {@code shop/web}, or {@code shop/web in cluster eu}. */
    public String of(String kind, Member member) {
        Name name = name(kind, member);
        List<Mark> telling = marks.getOrDefault(name, List.of());
        return name.text() + (telling.isEmpty() ? "" : " in " + words(telling, member));
    }

    private static long distinct(List<Member> members, List<Mark> marks) {
        return members.stream().map(each -> words(marks, each)).distinct().count();
    }

    private static String words(List<Mark> marks, Member member) {
        return String.join(", ", marks.stream().map(each -> each.words(member)).toList());
    }
}
