package dev.slipway.support;

import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.TeamName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No accounts and no groups, and everybody may do everything: for tests of what stands above identity. */
public final class NobodyInParticular implements Accounts, Permissions {

    @Override
    public List<Account> all() {
        return List.of();
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.empty();
    }

    @Override
    public boolean ensure(Account account, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void grant(String account, Role role, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPassword(String account, String password, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI signInLink(String account, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String issueToken(String account, String tokenName, Set<Permission> scopes, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String renewToken(String account, String tokenName, Set<Permission> scopes, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean allows(Actor actor, Permission permission, @Nullable TeamName team) {
        return true;
    }

    @Override
    public void require(Actor actor, Permission permission, @Nullable TeamName team) {}

    @Override
    public Set<String> groups(String account) {
        return Set.of();
    }

    @Override
    public Set<String> members(String group) {
        return Set.of();
    }

    @Override
    public Set<TeamName> teams(Actor actor, Permission permission) {
        return Set.of();
    }
}
