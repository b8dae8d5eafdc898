package io.assay.workbench.worlds;

import java.io.Serializable;

/**
 * Accounts that belong together: a range of indexes.
 *
 * @param first the least index
 * @param size how many
 */
record Team(int first, int size) implements Serializable {

  int member(int position) {
    return first + position;
  }

  int end() {
    return first + size;
  }
}
