package dev.slipway.identity.permissions;

import static java.util.stream.Collectors.joining;

import dev.slipway.identity.IdentityException;
import dev.slipway.identity.Membership;
import dev.slipway.identity.MembershipSource;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.identity.Role;
import dev.slipway.identity.accounts.AccountTable;
import dev.slipway.identity.accounts.Tokens;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.TeamName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Adds up the roles of an account's groups and its local grants. Everybody with an account is a viewer. A token may do what
 * its account may, within its scopes, as long as it is not revoked.
 */
@Service
public class GroupPermissions implements Permissions {

    private final ObjectProvider<MembershipSource> sources;
    private final AccountTable accounts;
    private final Tokens tokens;

    GroupPermissions(ObjectProvider<MembershipSource> sources, AccountTable accounts, Tokens tokens) {
        this.sources = sources;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public boolean allows(Actor actor, Permission permission, @Nullable TeamName team) {
        return acts(actor, permission)
                && (ofItself(actor)
                        || everywhere(actor.account(), permission)
                        || (team != null
                                && teamsGranting(actor.account(), permission).contains(team)));
    }

    /** Whether the account has the permission for the platform as a whole or for at least one team. */
    public boolean allowsSomewhere(String account, Permission permission) {
        return everywhere(account, permission)
                || !teamsGranting(account, permission).isEmpty();
    }

    @Override
    public void require(Actor actor, Permission permission, @Nullable TeamName team) {
        if (!allows(actor, permission, team)) {
            throw refusal(actor, permission, team);
        }
    }

    /** Says what is missing and which role would bring it. */
    public IdentityException refusal(Actor actor, Permission permission, @Nullable TeamName team) {
        String what = permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        String where = team == null ? "" : " for team \"" + team + "\"";
        if (actor instanceof Actor.Token token && !acts(actor, permission)) {
            return new IdentityException(
                    ProblemCode.FORBIDDEN,
                    Problem.of("The token \"" + token.name() + "\" may not " + what + ": its scopes do not include "
                                    + permission + ".")
                            .next("Issue a token with that scope."));
        }
        return new IdentityException(
                ProblemCode.FORBIDDEN,
                Problem.of("\"" + actor.account() + "\" may not " + what + where + ".")
                        .expecting("the role " + rolesGranting(permission))
                        .next("Ask a lead of the team or the platform team to add you to a group with that role."));
    }

    private static String rolesGranting(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.grants(permission))
                .map(Role::key)
                .collect(joining(" or "));
    }

    @Override
    public Set<String> groups(String account) {
        return memberships()
                .filter(membership -> membership.accounts().contains(account))
                .map(Membership::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> members(String group) {
        return memberships()
                .filter(membership -> membership.group().equals(group))
                .flatMap(membership -> membership.accounts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<TeamName> teams(Actor actor, Permission permission) {
        if (!acts(actor, permission)) {
            return Set.of();
        }
        return ofItself(actor) || everywhere(actor.account(), permission)
                ? allTeams()
                : teamsGranting(actor.account(), permission);
    }

    private Set<TeamName> allTeams() {
        return memberships()
                .flatMap(membership -> Stream.ofNullable(membership.team()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ofItself(Actor actor) {
        return actor instanceof Actor.Automation && actor.account().equals(Actor.SLIPWAY);
    }

    /** False when the actor is a token that was revoked, or whose scopes leave the permission out. */
    private boolean acts(Actor actor, Permission permission) {
        return !(actor instanceof Actor.Token token)
                || tokens.find(token.account(), token.name())
                        .filter(found ->
                                found.scopes().isEmpty() || found.scopes().contains(permission))
                        .isPresent();
    }

    private boolean everywhere(String account, Permission permission) {
        return Role.VIEWER.grants(permission)
                || rolesOf(account).anyMatch(membership -> membership.team() == null && grants(membership, permission))
                || accounts.grants(account).stream().anyMatch(role -> role.grants(permission));
    }

    private Set<TeamName> teamsGranting(String account, Permission permission) {
        return rolesOf(account)
                .filter(membership -> grants(membership, permission))
                .flatMap(membership -> Stream.ofNullable(membership.team()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean grants(Membership membership, Permission permission) {
        return membership.role() != null && membership.role().grants(permission);
    }

    private Stream<Membership> rolesOf(String account) {
        return memberships().filter(membership -> membership.accounts().contains(account));
    }

    private Stream<Membership> memberships() {
        return sources.stream().map(MembershipSource::memberships).flatMap(List::stream);
    }
}
