package dev.slipway.promotion.gates;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.platform.GateDefinition;
import dev.slipway.promotion.GateVerdict;
import dev.slipway.promotion.GateVerdict.Evidence;
import dev.slipway.promotion.GateVerdict.Verdict;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.DecisionStore.Word;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** So many members of some groups approved this Release over that one; authors do not count where the gate says so. */
@Component
public class ApprovalGate {

    private final DecisionStore decisions;
    private final Permissions permissions;
    private final Authors authors;
    private final Clock clock;

    ApprovalGate(DecisionStore decisions, Permissions permissions, Authors authors, Clock clock) {
        this.decisions = decisions;
        this.permissions = permissions;
        this.authors = authors;
        this.clock = clock;
    }

    GateVerdict evaluate(GateDefinition.Approval gate, GateQuestion question) {
        List<Word> words = decisions.words(question.promotion().id()).stream()
                .filter(word -> word.basis().equals(question.basis(gate)))
                .filter(word -> refusal(gate, question, word.account()).isEmpty())
                .toList();
        List<Evidence> evidence = words.stream()
                .map(word -> new Evidence(
                        word.approved() ? "approved" : "rejected", word.account() + comment(word), null, word.at()))
                .toList();
        Optional<Word> rejection =
                words.stream().filter(word -> !word.approved()).findFirst();
        if (rejection.isPresent()) {
            return verdict(
                    gate,
                    question,
                    Verdict.FAIL,
                    rejection.get().account() + " rejected it" + comment(rejection.get()) + ".",
                    evidence);
        }
        return words.size() >= gate.count()
                ? verdict(gate, question, Verdict.PASS, "Approved by " + accounts(words) + ".", evidence)
                : verdict(
                        gate,
                        question,
                        Verdict.WAITING,
                        words.size() + " of " + gate.count() + " approvals." + unknownAuthors(gate, question),
                        evidence);
    }

    /** Why this account's word does not count for this gate; empty when it does. */
    public Optional<String> refusal(GateDefinition.Approval gate, GateQuestion question, String account) {
        Set<String> groups = groups(gate, question);
        if (permissions.groups(account).stream().noneMatch(groups::contains)) {
            return Optional.of("\"" + account + "\" is in none of the groups " + String.join(", ", groups) + ".");
        }
        return gate.authorsExcluded() ? authors.reason(question, account) : Optional.empty();
    }

    /**
     * Why this actor may not let the gate pass without an approval, whatever its groups; empty where authors are not excluded. Where
     * authors are not known, only who may change the gate itself is asked no further.
     */
    public Optional<String> exclusion(GateDefinition.Approval gate, GateQuestion question, Actor actor) {
        if (!gate.authorsExcluded()) {
            return Optional.empty();
        }
        return permissions.allows(actor, Permission.MANAGE_PLATFORM, null)
                ? authors.certain(question, actor.account())
                : authors.reason(question, actor.account());
    }

    private String unknownAuthors(GateDefinition.Approval gate, GateQuestion question) {
        return gate.authorsExcluded()
                ? authors.unknown(question).map(unknown -> " " + unknown).orElse("")
                : "";
    }

    private static Set<String> groups(GateDefinition.Approval gate, GateQuestion question) {
        return gate.from().stream()
                .map(group -> group.replace("{team}", question.team().value()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private GateVerdict verdict(
            GateDefinition.Approval gate,
            GateQuestion question,
            Verdict verdict,
            String reason,
            List<Evidence> evidence) {
        String definition = gate.count()
                + (gate.count() == 1 ? " approval from " : " approvals from ")
                + String.join(" or ", groups(gate, question))
                + (gate.authorsExcluded() ? ", authors excluded" : "");
        return new GateVerdict(gate.key(), definition, verdict, reason, evidence, clock.instant(), null);
    }

    private static String comment(Word word) {
        return word.comment().isBlank() ? "" : ": " + word.comment();
    }

    private static String accounts(List<Word> words) {
        return words.stream().map(Word::account).collect(Collectors.joining(", "));
    }
}
