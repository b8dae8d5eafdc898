package io.assay.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that does part of its stage's job and so may read, count and keep datasets, as the
 * job's own class may. All other classes of a stage are pure transforms.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RunsSpark {}
