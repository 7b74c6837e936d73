package dev.slipway.previews;

/** How far a preview is. */
public enum PreviewState {
    /** For an approval, or for a place among the team's previews. */
    WAITING,
    /** Its image is being built; an earlier commit may be shown meanwhile. */
    BUILDING,
    /** It lies in Git and does not answer yet. */
    DEPLOYING,
    /** It answers. */
    READY,
    /** A step failed; the pull request's next commit tries again. */
    FAILED,
    /** The pull request's commit holds nothing to preview. */
    SKIPPED,
    /** Its time is up, or somebody ended it; the next commit brings it back. */
    ENDED,
    /** The pull request is no longer open; what is left is being taken away. */
    REMOVING
}
