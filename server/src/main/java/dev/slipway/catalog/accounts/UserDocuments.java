package dev.slipway.catalog.accounts;

import dev.slipway.entities.EntityJson;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Account;
import dev.slipway.identity.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes accounts as documents of a {@code catalog-info.yaml}; addresses stay out, since everybody may read the catalog. */
final class UserDocuments {

    private UserDocuments() {}

    static EntityRef ref(Account account) {
        return new EntityRef("user", EntityRef.DEFAULT_NAMESPACE, account.name());
    }

    /** One document an account. */
    static String of(List<Account> accounts, List<Membership> memberships) {
        return accounts.stream()
                .map(account -> EntityJson.of(document(account, groups(account, memberships))))
                .collect(Collectors.joining("\n---\n"));
    }

    private static List<String> groups(Account account, List<Membership> memberships) {
        return memberships.stream()
                .filter(membership -> membership.accounts().contains(account.name()))
                .map(Membership::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, @Nullable Object> document(Account account, List<String> groups) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(Map.of("name", account.name()));
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        if (!account.displayName().isBlank()) {
            metadata.put("title", account.displayName());
            spec.put("profile", Map.of("displayName", account.displayName()));
        }
        spec.put("memberOf", new ArrayList<>(groups));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "backstage.io/v1alpha1");
        document.put("kind", "User");
        document.put("metadata", metadata);
        document.put("spec", spec);
        return document;
    }
}
