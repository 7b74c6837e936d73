package dev.slipway.template.fuzz;

import dev.slipway.template.nunjucks.Samples;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

class FuzzTest {

    private static final List<String> SAMPLES = Samples.templates();
    private static final int EVERY_DAY = 1500;
    private static final int LONG = 300_000;

    @Property(tries = EVERY_DAY)
    void answersAnyText(@ForAll String template) {
        Outcome.check(template);
        Outcome.check("{{" + template + "}}");
    }

    @Property(tries = EVERY_DAY, shrinking = ShrinkingMode.OFF)
    void answersDamagedTemplates(@ForAll("damaged") String template) {
        Outcome.check(template);
    }

    @Property(tries = EVERY_DAY, shrinking = ShrinkingMode.OFF)
    void answersHeapsOfPieces(@ForAll("pieces") String template) {
        Outcome.check(template);
    }

    @Property(tries = EVERY_DAY)
    void answersAnyRegularExpression(@ForAll("patterns") String pattern, @ForAll("words") String text) {
        Outcome.check("{{ '" + text + "'.replace(r/" + pattern + "/g, '[$1]') }}{{ '" + text + "'.split(r/" + pattern
                + "/) }}");
    }

    @Tag("long")
    @Property(tries = LONG)
    void answersAnyTextForLong(@ForAll String template) {
        answersAnyText(template);
    }

    @Tag("long")
    @Property(tries = LONG, shrinking = ShrinkingMode.OFF)
    void answersDamagedTemplatesForLong(@ForAll("damaged") String template) {
        answersDamagedTemplates(template);
    }

    @Tag("long")
    @Property(tries = LONG, shrinking = ShrinkingMode.OFF)
    void answersHeapsOfPiecesForLong(@ForAll("pieces") String template) {
        answersHeapsOfPieces(template);
    }

    @Tag("long")
    @Property(tries = LONG)
    void answersAnyRegularExpressionForLong(@ForAll("patterns") String pattern, @ForAll("words") String text) {
        answersAnyRegularExpression(pattern, text);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Arbitraries.randomValue(
                random -> Mutations.mutated(SAMPLES.get(random.nextInt(SAMPLES.size())), random));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.randomValue(Mutations::pieces);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars("ab.*+?()[]{}|^$\\-,12dwsb:=!<>kx")
                .ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abab12 -").ofMaxLength(40);
    }
}
