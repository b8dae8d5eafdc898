package io.assay.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fills a record from a section: each component has the value of the key of its name, {@code
 * minPeers} that of {@code min_peers}. Numbers say what they may be ({@link Whole}, {@link
 * Decimal}), texts may ({@link OneOf}); a component of type Long or Double is null where its key is
 * absent. Mistakes are noted by the section, and a stand-in is bound.
 */
final class Binder {
  private Binder() {}

  /** Reads the section to its end. */
  static <R extends Record> R bind(Section section, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(section, component)).toArray();
    section.end();
    try {
      Constructor<R> all =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return all.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made of its settings", e);
    }
  }

  /** The key of a component. */
  static String key(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(Section section, RecordComponent component) {
    String key = key(component);
    Class<?> type = component.getType();
    boolean optional = type == Long.class || type == Double.class;
    if (optional && !section.has(key)) {
      return null;
    }
    Whole whole = component.getAnnotation(Whole.class);
    if (whole != null && (type == int.class || type == long.class || type == Long.class)) {
      long read = section.integer(key, whole.min(), whole.max());
      return type == int.class ? (Object) Math.toIntExact(read) : Long.valueOf(read);
    }
    Decimal decimal = component.getAnnotation(Decimal.class);
    if (decimal != null && (type == double.class || type == Double.class)) {
      return section.decimal(key, decimal.min(), decimal.max());
    }
    if (type == boolean.class) {
      return section.flag(key);
    }
    OneOf words = component.getAnnotation(OneOf.class);
    if (type == String.class) {
      return words == null ? section.text(key) : section.oneOf(key, List.of(words.value()));
    }
    throw new IllegalStateException(
        component.getDeclaringRecord().getSimpleName()
            + "."
            + component.getName()
            + " does not say which values it may have");
  }
}
