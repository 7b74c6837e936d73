package dev.slipway.identity;

import static dev.slipway.identity.Permission.*;

import java.util.Set;

/** The roles, from the least to the most powerful; what each grants. */
public enum Role {
    VIEWER(Set.of(VIEW)),
    DEVELOPER(Set.of(VIEW, CREATE_SERVICE, CHANGE_SERVICE, PROMOTE, ROLL_BACK, APPROVE, OPERATE)),
    TEAM_LEAD(Set.of(
            VIEW,
            CREATE_SERVICE,
            CHANGE_SERVICE,
            DELETE_SERVICE,
            CONFIGURE_REPOSITORY,
            PROMOTE,
            ROLL_BACK,
            APPROVE,
            OPERATE,
            LIFT_HOLD)),
    RELEASE_MANAGER(Set.of(VIEW, PROMOTE, ROLL_BACK, APPROVE, LIFT_HOLD, OPERATE)),
    PLATFORM_ENGINEER(Set.of(
            VIEW,
            CREATE_SERVICE,
            CHANGE_SERVICE,
            DELETE_SERVICE,
            CONFIGURE_REPOSITORY,
            PROMOTE,
            ROLL_BACK,
            APPROVE,
            OPERATE,
            LIFT_HOLD,
            RECORD_BUILD,
            MANAGE_PLATFORM,
            READ_AUDIT)),
    ADMINISTRATOR(Set.of(Permission.values()));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean grants(Permission permission) {
        return permissions.contains(permission);
    }

    /** The name in platform.yaml, for example {@code release-manager}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
