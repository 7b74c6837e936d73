package dev.slipway.gitops.images;

/**
 * What is asked: who decides that this container of a rendered object runs this image.
 *
 * @param name the object's, with what kustomizations put around it
 */
record Question(String kind, String name, String container, ImageReference image) {

    Question about(ImageReference other) {
        return new Question(kind, name, container, other);
    }
}
