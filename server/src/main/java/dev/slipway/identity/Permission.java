package dev.slipway.identity;

/** What an actor may do, everywhere or for one team. {@link Role} grants them. */
public enum Permission {
    /** See everything but secrets and the audit. */
    VIEW,
    CREATE_SERVICE,
    /** Push, open and merge pull requests, change configuration. */
    CHANGE_SERVICE,
    DELETE_SERVICE,
    /** Say how a repository's branches are protected and its pull requests treated. */
    CONFIGURE_REPOSITORY,
    PROMOTE,
    /** Approve and reject; the gate says in addition whose approval counts. */
    APPROVE,
    ROLL_BACK,
    /** Lift holds and vetoes. */
    LIFT_HOLD,
    /** Refresh, sync, restart. */
    OPERATE,
    RECORD_BUILD,
    MANAGE_PLATFORM,
    MANAGE_USERS,
    READ_AUDIT,
    /** Take backups, which hold everything. */
    BACK_UP
}
