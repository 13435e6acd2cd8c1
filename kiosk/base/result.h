#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace kiosk {

/// The value of an action that has nothing to tell but that it was done.
struct Done {};

/// A value, or the error that the world caused instead (std::expected is C++23, Debian 12 has g++ 12).
/// Reading the value of a failure, or the error of a success, is our own mistake: an assert.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: a function returns its value, or its error, without ceremony.
  Result(T value) : held_{std::in_place_index<0>, std::move(value)} {}
  Result(E error) : held_{std::in_place_index<1>, std::move(error)} {}

  explicit operator bool() const { return held_.index() == 0; }

  T& operator*() {
    assert(*this);
    return *std::get_if<0>(&held_);
  }
  const T& operator*() const {
    assert(*this);
    return *std::get_if<0>(&held_);
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

  const E& error() const {
    assert(!*this);
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, E> held_;
};

}  // namespace kiosk
