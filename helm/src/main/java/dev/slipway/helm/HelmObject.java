package dev.slipway.helm;

import dev.slipway.kustomize.Resource;

/**
 * One object of a rendered chart.
 *
 * @param resource the object
 * @param template the file that it comes from, from the root of the tree: {@code charts/shop/templates/service.yaml}; of a packed sub-chart
 *     {@code charts/shop/charts/redis-1.2.3.tgz/templates/…}
 * @param source the file as Helm names it: {@code shop/charts/redis/templates/service.yaml}
 * @param text the document as the template wrote it
 */
public record HelmObject(Resource resource, String template, String source, String text) {}
