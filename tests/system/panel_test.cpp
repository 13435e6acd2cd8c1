#include "kiosk/system/panel.h"

#include <catch2/catch.hpp>

#include "tests/support/false_machine.h"

using namespace kiosk;
using tests::FalseMachine;

TEST_CASE("touchscreens are what udev calls so, and a keyboard is none") {
  const FalseMachine machine;
  machine.has_keyboard();
  CHECK(system::touchscreens(machine.root()) == 0);
  machine.has_touchscreen();
  CHECK(system::touchscreens(machine.root()) == 1);
  machine.has_input("event7", "13:71", "E:ID_INPUT_TOUCHSCREEN=0\nE:ID_INPUT_TABLET=1");
  machine.says("sys/class/input/mouse0/dev", "13:32");
  CHECK(system::touchscreens(machine.root()) == 1);
}

TEST_CASE("a touchscreen that the kernel lost is gone, also while udev still speaks of it") {
  const FalseMachine machine;
  machine.has_keyboard();
  machine.has_touchscreen();
  machine.says_no_more("sys/class/input/event5");
  CHECK(system::touchscreens(machine.root()) == 0);
}

TEST_CASE("without udev's database, or with none in it yet, it is not known") {
  const FalseMachine machine;
  CHECK_FALSE(system::touchscreens(machine.root()));
  std::filesystem::create_directories(machine.root() / "run/udev/data");
  CHECK_FALSE(system::touchscreens(machine.root()));
}

TEST_CASE("a picture is there while anything is plugged into a graphics chip") {
  const FalseMachine machine;
  CHECK_FALSE(system::has_picture(machine.root()));
  machine.says("sys/class/drm/version", "drm 1.1.0 20060810");
  CHECK_FALSE(system::has_picture(machine.root()));
  machine.connector_is("disconnected");
  CHECK(system::has_picture(machine.root()) == false);
  machine.connector_is("connected", "card0-DP-2");
  CHECK(system::has_picture(machine.root()) == true);
}

TEST_CASE("a connector of which nothing can be told may have a panel, and a picture in memory is none") {
  const FalseMachine machine;
  machine.connector_is("unknown", "card0-VGA-1");
  CHECK(system::has_picture(machine.root()) == true);
  machine.connector_is("disconnected", "card0-VGA-1");
  machine.connector_is("unknown", "card0-Writeback-1");
  CHECK(system::has_picture(machine.root()) == false);
}
