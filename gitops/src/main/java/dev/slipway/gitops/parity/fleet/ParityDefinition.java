package dev.slipway.gitops.parity.fleet;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.parity.ParityException;
import dev.slipway.gitops.parity.ParityRules;
import dev.slipway.gitops.parity.Term;
import dev.slipway.gitops.parity.fields.Complaints;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.parity} of a platform.yaml, or says everything that is wrong with it. */
public final class ParityDefinition {

    private static final Set<String> KEYS = Set.of("mustMatch", "mayDiffer", "exceptions");
    private static final Set<String> EXCEPTION =
            Set.of("service", "environments", "term", "path", "owner", "reason", "expires");

    private final Complaints complaints = new Complaints();
    private final Collection<String> environments;

    private ParityDefinition(Collection<String> environments) {
        this.environments = environments;
    }

    /** @param findings none when the rules are to be trusted */
    public record Reading(ParityRules rules, List<Finding> findings) {}

    /**
     * @param parity the value of {@code spec.parity}
     * @param environments that the platform has
     */
    public static Reading read(YamlValue parity, Collection<String> environments) {
        ParityDefinition definition = new ParityDefinition(environments);
        ParityRules rules = definition.rules(parity);
        return new Reading(rules, definition.complaints.findings());
    }

    private ParityRules rules(YamlValue value) {
        YamlMap map = complaints.asMap(value, "spec.parity");
        if (map == null) {
            return ParityRules.STANDARD;
        }
        complaints.unknownKeys(map, "parity", KEYS);
        Map<Term, Boolean> said = new EnumMap<>(Term.class);
        terms(map, "mustMatch", true, said);
        terms(map, "mayDiffer", false, said);
        Set<Term> mustMatch = new HashSet<>();
        for (Term term : Term.values()) {
            if (said.getOrDefault(term, term.mustMatchByDefault())) {
                mustMatch.add(term);
            }
        }
        List<ParityException> exceptions = new ArrayList<>();
        complaints.items(map, "exceptions", false).forEach(item -> exception(item, exceptions));
        return new ParityRules(mustMatch, exceptions);
    }

    private void terms(YamlMap map, String key, boolean mustMatch, Map<Term, Boolean> said) {
        for (YamlValue item : complaints.items(map, key, false)) {
            Term term = term(item);
            if (term != null && said.put(term, mustMatch) != null) {
                complaints.add(
                        item.place(), "The term \"" + term.key() + "\" is listed twice.", "one place for it", "");
            }
        }
    }

    private @Nullable Term term(YamlValue value) {
        String key = value.asText().orElse("");
        Term term = Term.of(key).orElse(null);
        if (term == null) {
            complaints.unknownWord(value, "term of parity", key, Term.keys());
        }
        return term;
    }

    private void exception(YamlValue item, List<ParityException> exceptions) {
        YamlMap map = complaints.asMap(item, "An exception");
        if (map == null) {
            return;
        }
        complaints.unknownKeys(map, "an exception", EXCEPTION);
        String service = complaints.text(map, "service");
        String owner = complaints.text(map, "owner");
        String reason = complaints.text(map, "reason");
        LocalDate expires = expires(map);
        if (map.get("term").isPresent() == map.get("path").isPresent()) {
            complaints.add(
                    map.place(),
                    "An exception has " + (map.get("term").isPresent() ? "both" : "neither")
                            + " \"term\" and \"path\".",
                    "one of them",
                    "");
            return;
        }
        Term term = map.get("term").map(this::term).orElse(null);
        String path = map.get("path").isPresent() ? complaints.text(map, "path") : null;
        Set<String> taking = environments(map);
        if (service != null && owner != null && reason != null && expires != null && (term != null || path != null)) {
            exceptions.add(new ParityException(
                    service,
                    taking,
                    term,
                    path,
                    owner,
                    reason,
                    expires,
                    map.place().toString()));
        }
    }

    private Set<String> environments(YamlMap map) {
        for (YamlValue each : complaints.items(map, "environments", false)) {
            String name = each.asText().orElse("");
            if (!environments.contains(name)) {
                complaints.unknownWord(each, "environment", name, environments);
            }
        }
        Set<String> named = map.items("environments").stream()
                .flatMap(each -> each.asText().stream())
                .collect(Collectors.toSet());
        if (named.size() > 2) {
            complaints.at(
                    map,
                    "environments",
                    "An exception names " + named.size() + " environments.",
                    "at most the two compared");
        }
        return named;
    }

    private @Nullable LocalDate expires(YamlMap map) {
        String text = complaints.text(map, "expires");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            complaints.at(
                    map,
                    "expires",
                    "\"" + text + "\" is no day.",
                    "a day as in 2027-01-31, the last on which it counts");
            return null;
        }
    }
}
